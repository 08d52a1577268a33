package dev.campanile.gateway.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.security.RequestValidator;
import dev.campanile.gateway.channel.PublicUrl;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells Twilio's callbacks from forged ones. Twilio signs the URL it was told, which is the public
 * one, also when an ingress has changed host, scheme or port on the way.
 */
@ApplicationScoped
public class SignedCallbacks {

  public static final String SIGNATURE = "X-Twilio-Signature";

  private final RequestValidator validator;
  private final PublicUrl publicUrl;
  private final Counter forged;

  SignedCallbacks(TwilioConfig config, PublicUrl publicUrl, MeterRegistry meters) {
    this.validator = new RequestValidator(config.authToken());
    this.publicUrl = publicUrl;
    this.forged =
        Counter.builder("campanile.callbacks.forged")
            .description("Callbacks whose signature is missing or wrong")
            .tag("provider", "twilio")
            .register(meters);
  }

  /**
   * The form's fields, when the signature is Twilio's; otherwise empty, and counted.
   *
   * @param path our constant, not the request's
   * @param query as it came, undecoded
   * @param form the body as it came
   */
  public Optional<Map<String, String>> verified(
      String path, @Nullable String query, String form, @Nullable String signature) {
    Optional<Map<String, String>> fields = fields(form);
    String url = publicUrl.at(path) + (query == null ? "" : "?" + query);
    if (signature != null
        && fields.isPresent()
        && validator.validate(url, fields.get(), signature)) {
      return fields;
    }
    forged.increment();
    return Optional.empty();
  }

  private static Optional<Map<String, String>> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String pair : form.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}

package dev.campanile.gateway.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The secrets links are signed with. Links live as long as mails do: a secret that is replaced
 * moves to the former ones, and is never dropped.
 */
@ApplicationScoped
public class LinkKeys {

  private static final int SHORTEST = 32;
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]{1,8}");

  private final String currentId;
  private final Map<String, LinkKey> keys = new HashMap<>();

  /**
   * @param former {@code id:secret}, comma-separated
   */
  public LinkKeys(
      @ConfigProperty(name = "campanile.link-secret") String secret,
      @ConfigProperty(name = "campanile.link-secret-id", defaultValue = "1") String id,
      @ConfigProperty(name = "campanile.link-secrets-former") Optional<List<String>> former) {
    currentId = id;
    for (String entry : former.orElse(List.of())) {
      int colon = entry.indexOf(':');
      add(colon < 0 ? "" : entry.substring(0, colon), entry.substring(colon + 1));
    }
    add(id, secret);
  }

  private void add(String id, String secret) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalStateException("the id of a link secret is 1 to 8 letters and digits");
    }
    if (secret.length() < SHORTEST) {
      throw new IllegalStateException(
          "Set CAMPANILE_LINK_SECRET to a secret of at least " + SHORTEST + " characters.");
    }
    keys.put(id, new LinkKey(secret.getBytes(UTF_8)));
  }

  String currentId() {
    return currentId;
  }

  @Nullable LinkKey get(String id) {
    return keys.get(id);
  }
}

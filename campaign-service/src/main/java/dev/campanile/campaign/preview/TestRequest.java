package dev.campanile.campaign.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.contracts.Channel;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft is sent to be looked at.
 *
 * @param to one to ten addresses
 * @param data values for the content's variables; they win over the profile's
 * @param profile id of a customer whose values are taken; or
 * @param externalId the customer's id at its source
 */
@Schema(
    example =
        """
        {"to": [{"channel": "EMAIL", "address": "author@example.com", "locale": "it"}],
         "data": {"firstName": "Ana", "orderNumber": "BD-1042", "deliveryWindow": "17:00-18:00"}}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestRequest(
    @Nullable List<To> to,
    @Nullable Map<String, Object> data,
    @Nullable String profile,
    @Nullable String externalId) {

  /**
   * @param locale BCP 47; the content's default when left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record To(@Nullable Channel channel, @Nullable String address, @Nullable String locale) {}
}

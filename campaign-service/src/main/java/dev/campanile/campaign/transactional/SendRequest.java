package dev.campanile.campaign.transactional;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is told, and to whom.
 *
 * @param content key of a published content of category TRANSACTIONAL or SERVICE
 * @param data values for the content's variables, any JSON; they win over the profile's
 * @param channels to try, in order; none for the customer's preferred one, then those the content
 *     has
 * @param expiresAfter ISO 8601; a day when left out. Not handed over by then, it never is
 */
@Schema(
    example =
        """
        {"content": "order-out-for-delivery",
         "to": {"email": "ana@example.com", "locale": "it"},
         "data": {"firstName": "Ana", "orderNumber": "BD-1042", "deliveryWindow": "17:00-18:00"},
         "expiresAfter": "PT1H"}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendRequest(
    @Nullable String content,
    @Nullable To to,
    @Nullable Map<String, Object> data,
    @Nullable List<PlannedChannel> channels,
    @Nullable String expiresAfter) {

  /**
   * A customer by {@code profileId} or {@code externalId}, or an address.
   *
   * @param phone E.164
   * @param channel SMS or CHAT for a phone; SMS when left out
   * @param locale BCP 47, for an address; a customer is written to in their own language
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record To(
      @Nullable String profileId,
      @Nullable String externalId,
      @Nullable String email,
      @Nullable String phone,
      @Nullable Channel channel,
      @Nullable String locale) {}
}

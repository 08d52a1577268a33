package dev.campanile.campaign.preview;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For whom a content is looked at.
 *
 * @param profile id of a customer; or
 * @param externalId the customer's id at its source
 * @param data values for the content's variables; they win over the profile's
 * @param locale BCP 47; the customer's when left out, or else the content's default
 * @param version a published one; the draft when left out
 */
@Schema(
    example =
        """
        {"data": {"firstName": "Ana", "orderNumber": "BD-1042", "deliveryWindow": "17:00-18:00"},
         "locale": "it"}
        """)
public record PreviewRequest(
    @Nullable String profile,
    @Nullable String externalId,
    @Nullable Map<String, Object> data,
    @Nullable String locale,
    @Nullable Integer version) {}

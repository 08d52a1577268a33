package dev.campanile.campaign.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.campaign.brand.BrandDraft;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.runtime.http.FieldError;
import java.time.Instant;
import java.util.List;

/** Drafts that tests start from, as an author would write them. */
final class Drafts {

  static final BrandDraft GREEN_BASKET =
      new BrandDraft(
          "Green Basket",
          "https://green-basket.example",
          "12 Market Street, Dublin, Ireland",
          "Green Basket <hello@green-basket.example>",
          "care@green-basket.example",
          "+353861234567",
          "+353861234568",
          "#0b6e4f",
          null);

  static final String ORDER_OUT =
      """
      {"category":"SERVICE","topic":null,"brand":"green-basket","defaultLocale":"en",
       "variables":{"firstName":{"default":"there"},"orderNumber":{},"deliveryWindow":{"default":"today"}},
       "locales":{"en":{
         "subject":"Order {{ orderNumber }} is out for delivery",
         "preheader":"Your driver is on the way",
         "headline":"Good news, {{ firstName }}: your order is on its way",
         "body":["Order {{ orderNumber }} left our store & will reach you {{ deliveryWindow }}.",
                 "Not at home?\\nTell us where to leave it <safely>."],
         "callToAction":{"label":"Track it","url":"https://green-basket.example/track/{{ orderNumber }}?from=mail&lang=en"},
         "image":{"url":"https://green-basket.example/van.jpg","alt":"A van of {{ deliveryWindow }}"},
         "legalFooter":"You get this because you ordered from us."}}}
      """;

  static final String WEEKEND_OFFER =
      """
      {"category":"MARKETING","topic":"offers","brand":"green-basket","defaultLocale":"en",
       "variables":{"firstName":{"default":"there"}},
       "locales":{"en":{
         "subject":"{{ firstName }}, fresh bread for less this weekend",
         "headline":"Fresh bread, baked for your weekend",
         "body":["Come by and pick your favourite loaf."],
         "callToAction":{"label":"See the loaves","url":"https://green-basket.example/bread"},
         "offer":{"name":"Any sourdough loaf","price":"€4.50","validUntil":"Sunday, 29 November","code":"BREAD20"},
         "sms":"Weekend bread: {{ offer.price }} with {{ offer.code }} until {{ offer.validUntil }} {{ callToAction.url }}"}}}
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Drafts() {}

  static ContentDraft of(String json) {
    try {
      return JSON.readValue(json, ContentDraft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The draft with one text of its English replaced. */
  static ContentDraft with(String json, String field, Object value) {
    try {
      var root = (ObjectNode) JSON.readTree(json);
      ((ObjectNode) root.at("/locales/en")).set(field, JSON.valueToTree(value));
      return JSON.treeToValue(root, ContentDraft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<FieldError> findingsIn(ContentDraft draft) {
    return PublishCheck.findingsIn(draft, true);
  }

  static ContentVersion compiled(ContentDraft draft) {
    return ContentCompiler.compile(
        draft, GREEN_BASKET, new ContentRef("sample", 1), Instant.parse("2026-11-21T10:00:00Z"));
  }

  static ContentVersion.Projections english(ContentVersion version) {
    var english = version.locales().get("en");
    if (english == null) {
      throw new IllegalArgumentException("the sample is in English");
    }
    return english;
  }
}

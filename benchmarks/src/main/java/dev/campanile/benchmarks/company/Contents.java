package dev.campanile.benchmarks.company;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is said. */
public final class Contents {
  private static final String SHOP = "https://shop.example.com";

  private Contents() {}

  static Map<String, Object> brand(String name) {
    return Map.of(
        "name",
        name,
        "website",
        SHOP,
        "postalAddress",
        name + ", Via dei Limoni 12, 34121 Trieste, Italy",
        "emailFrom",
        name + " <hello@shop.example.com>",
        "replyTo",
        "help@shop.example.com",
        "color",
        "#1f6f4a");
  }

  /** Four variables, a loop over three goods, five links; a shop's mail on a busy day. */
  public static Map<String, Object> cyberMonday() {
    return content(
        "MARKETING",
        Map.of(
            "firstName", Map.of("default", "there"),
            "city", Map.of("default", "your town"),
            "points", Map.of("default", "0"),
            "basket", Map.of("default", "")),
        Map.of(
            "subject", "{{ firstName }}, a fifth off until midnight",
            "headline", "Cyber Monday, in {{ city }} too",
            "body",
                List.of(
                    "Hello {{ firstName }}, until midnight everything in the shop costs a fifth"
                        + " less, and your {{ points }} points count twice. What came in this"
                        + " morning is at "
                        + SHOP
                        + "/new",
                    "You looked at these:{% assign goods = basket | split: '|' %}{% for good in"
                        + " goods %} {{ good }}{% unless forloop.last %},{% endunless %}{% endfor"
                        + " %}. They wait for you at "
                        + SHOP
                        + "/basket",
                    "Would you rather see and smell them? The shop next to you: "
                        + SHOP
                        + "/shops?near={{ city }} – and how to give things back: "
                        + SHOP
                        + "/returns"),
            "callToAction", Map.of("label", "To the shop", "url", SHOP + "/monday"),
            "legalFooter", "You get this because you asked for our offers. One click ends it."));
  }

  /** A code somebody waits for. */
  public static Map<String, Object> receipt() {
    return content(
        "TRANSACTIONAL",
        Map.of("firstName", Map.of("default", "there"), "orderNumber", Map.of()),
        Map.of(
            "subject",
            "We have your order {{ orderNumber }}",
            "headline",
            "Thank you, {{ firstName }}",
            "body",
            List.of("Your order {{ orderNumber }} is paid; we pack it within the hour."),
            "callToAction",
            Map.of("label", "Follow it", "url", SHOP + "/orders/{{ orderNumber }}")));
  }

  private static Map<String, Object> content(
      String category, Map<String, Object> variables, Map<String, Object> text) {
    Map<String, Object> content =
        new HashMap<>(
            Map.of(
                "category",
                category,
                "brand",
                "shop",
                "defaultLocale",
                "en",
                "variables",
                variables,
                "locales",
                Map.of("en", text)));
    if (category.equals("MARKETING")) {
      content.put("topic", "offers");
    }
    return content;
  }
}

package dev.campanile.gateway.twilio;

import dev.campanile.contracts.ProviderTemplate.Button;
import dev.campanile.contracts.ProviderTemplate.ButtonKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sees of a template, read from the {@code types} of Twilio's Content API: {@code
 * twilio/text}, {@code twilio/quick-reply}, {@code twilio/call-to-action}, {@code twilio/card} and
 * their like, each an object with a text and perhaps {@code actions}. WhatsApp shows the richest.
 *
 * @param body what it says; none where no type has words
 */
record TemplateTypes(@Nullable String body, List<Button> buttons) {

  private static final List<String> TEXTS = List.of("body", "title");

  static TemplateTypes of(@Nullable Object types) {
    return objects(types instanceof Map<?, ?> byName ? byName.values() : List.of())
        .map(type -> new TemplateTypes(body(type), buttons(type)))
        .max(TemplateTypes::compare)
        .orElse(new TemplateTypes(null, List.of()));
  }

  private static int compare(TemplateTypes one, TemplateTypes other) {
    int byButtons = Integer.compare(one.buttons().size(), other.buttons().size());
    return byButtons != 0 ? byButtons : Boolean.compare(one.body() != null, other.body() != null);
  }

  private static @Nullable String body(Map<?, ?> type) {
    return TEXTS.stream()
        .flatMap(name -> Stream.ofNullable(text(type, name)))
        .findFirst()
        .orElse(null);
  }

  private static List<Button> buttons(Map<?, ?> type) {
    Stream<Button> buttons =
        objects(type.get("actions") instanceof List<?> actions ? actions : List.of())
            .flatMap(action -> Stream.ofNullable(button(action)));
    // A list picker has one button, that opens the list.
    String picker = text(type, "button");
    return Stream.concat(
            buttons,
            Stream.ofNullable(picker).map(title -> new Button(ButtonKind.OTHER, title, null)))
        .toList();
  }

  private static @Nullable Button button(Map<?, ?> action) {
    String title = text(action, "title");
    if (title == null) {
      title = text(action, "copy_code_text");
    }
    if (title == null) {
      return null;
    }
    String type = text(action, "type");
    return switch (type == null ? "QUICK_REPLY" : type.toUpperCase(Locale.ROOT)) {
      case "QUICK_REPLY" -> new Button(ButtonKind.REPLY, title, null);
      case "URL" -> new Button(ButtonKind.URL, title, text(action, "url"));
      case "PHONE_NUMBER" -> new Button(ButtonKind.PHONE, title, text(action, "phone"));
      default -> new Button(ButtonKind.OTHER, title, null);
    };
  }

  private static Stream<Map<?, ?>> objects(Iterable<?> values) {
    return StreamSupport.stream(values.spliterator(), false)
        .<Map<?, ?>>mapMulti(
            (value, next) -> {
              if (value instanceof Map<?, ?> object) {
                next.accept(object);
              }
            });
  }

  private static @Nullable String text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text && !text.isBlank()
        ? text.replace("\0", "")
        : null;
  }
}

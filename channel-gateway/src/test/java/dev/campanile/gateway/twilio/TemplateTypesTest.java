package dev.campanile.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.ProviderTemplate.Button;
import dev.campanile.contracts.ProviderTemplate.ButtonKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTypesTest {

  @Test
  void readsTextsAndEveryKindOfButton() {
    Object actions =
        List.of(
            Map.of("type", "QUICK_REPLY", "title", "Yes", "id", "yes"),
            Map.of("title", "No", "id", "no"),
            Map.of("type", "URL", "title", "Shop", "url", "https://shop.example/{{2}}"),
            Map.of("type", "PHONE_NUMBER", "title", "Call", "phone", "+390600000"),
            Map.of("type", "COPY_CODE", "copy_code_text", "Copy", "code", "{{3}}"),
            Map.of("type", "URL"));

    TemplateTypes read =
        TemplateTypes.of(Map.of("whatsapp/card", Map.of("body", "Ciao {{1}}", "actions", actions)));

    assertThat(read.body()).isEqualTo("Ciao {{1}}");
    assertThat(read.buttons())
        .containsExactly(
            new Button(ButtonKind.REPLY, "Yes", null),
            new Button(ButtonKind.REPLY, "No", null),
            new Button(ButtonKind.URL, "Shop", "https://shop.example/{{2}}"),
            new Button(ButtonKind.PHONE, "Call", "+390600000"),
            new Button(ButtonKind.OTHER, "Copy", null));
  }

  @Test
  void takesTheRichestOfSeveralTypes() {
    TemplateTypes read =
        TemplateTypes.of(
            Map.of(
                "twilio/text", Map.of("body", "plain"),
                "twilio/list-picker", Map.of("body", "pick", "button", "Choose")));

    assertThat(read)
        .isEqualTo(
            new TemplateTypes("pick", List.of(new Button(ButtonKind.OTHER, "Choose", null))));
  }

  @Test
  void whatIsUnlikeAnythingKnownIsEmpty() {
    var nothing = new TemplateTypes(null, List.of());

    assertThat(TemplateTypes.of(null)).isEqualTo(nothing);
    assertThat(TemplateTypes.of("twilio/text")).isEqualTo(nothing);
    assertThat(TemplateTypes.of(Map.of("twilio/new", Map.of("actions", "none"))))
        .isEqualTo(nothing);
  }
}

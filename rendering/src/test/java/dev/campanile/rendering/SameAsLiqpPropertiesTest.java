package dev.campanile.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compiled, a template says what it says when liqp alone renders it, and fails as it fails. */
class SameAsLiqpPropertiesTest {

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void inHtml(@ForAll("documents") String source, @ForAll("data") Map<String, Object> data) {
    assertSame(source, Form.HTML, data);
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void wherePlacesMeet(@ForAll("attributes") String source) {
    assertSame(source, Form.HTML, GeneratedAttributes.data());
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void inText(@ForAll("texts") String source, @ForAll("data") Map<String, Object> data) {
    assertSame(source, Form.TEXT, data);
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void inAnAddress(@ForAll("texts") String source, @ForAll("data") Map<String, Object> data) {
    assertSame(source, Form.URL, data);
  }

  /** The subject, and the provider's template variables. */
  @Property(tries = 2_000)
  void onOneLine(@ForAll("lines") String text) {
    assertThat(SingleLine.of(text))
        .isEqualTo(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip());
  }

  private static void assertSame(String source, Form form, Map<String, Object> data) {
    LiquidTemplate template;
    try {
      var locale = Locale.ITALY;
      template =
          LiquidTemplate.parse(
              form == Form.TEXT ? Liquid.forText(locale) : Liquid.forHtml(locale), source, form);
    } catch (RuntimeException _) {
      // No template: there is one reader of them, and it says so.
      return;
    }
    assertThat(said(() -> template.filled(data)))
        .as(source)
        .isEqualTo(said(() -> template.rendered(data, Lookups.STRICT)));
  }

  /** Without the addresses in memory by which liqp names a loop, and a list that is at fault. */
  private static String said(Supplier<String> rendering) {
    return Faults.guarded(() -> new RenderResult.Ready(new Body.Sms(rendering.get())))
        .toString()
        .replaceAll("(?i)(@|%40)[0-9a-f]+", "@");
  }

  @Provide
  Arbitrary<String> documents() {
    return GeneratedTemplates.documents();
  }

  @Provide
  Arbitrary<String> attributes() {
    return GeneratedAttributes.templates();
  }

  @Provide
  Arbitrary<String> texts() {
    return GeneratedTemplates.texts();
  }

  @Provide
  Arbitrary<Map<String, Object>> data() {
    return GeneratedTemplates.data();
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings()
        .withChars(" \t\n\r\u0000\u001f\u007f\u0085\u00a0\u2028\u2029\u3000ab€😀".toCharArray())
        .ofMaxLength(12);
  }
}

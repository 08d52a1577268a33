package dev.campanile.campaign.content;

import static dev.campanile.campaign.content.Drafts.ORDER_OUT;
import static dev.campanile.campaign.content.Drafts.findingsIn;
import static dev.campanile.campaign.content.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.runtime.http.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishCheckTest {

  @Test
  void findsNothingInASoundDraft() {
    assertThat(findingsIn(Drafts.of(ORDER_OUT))).isEmpty();
    assertThat(findingsIn(Drafts.of(Drafts.WEEKEND_OFFER))).isEmpty();
  }

  @Test
  void suggestsTheVariableThatWasMeant() {
    assertThat(findingsIn(with(ORDER_OUT, "body", List.of("Fine.", "Dear {{ fristName }}"))))
        .containsExactly(
            new FieldError(
                "/locales/en/body/1", "`fristName` is not declared; did you mean `firstName`?"));
  }

  @Test
  void asksToDeclareWhatResemblesNothing() {
    assertThat(findingsIn(with(ORDER_OUT, "headline", "{{ somethingElse }}")))
        .containsExactly(
            new FieldError(
                "/locales/en/headline",
                "`somethingElse` is not declared; declare it under /variables"));
  }

  @Test
  void letsATextAssignNamesOfItsOwn() {
    assertThat(
            findingsIn(
                with(
                    ORDER_OUT,
                    "headline",
                    "{% assign who = firstName | upcase %}{% if who %}{{ who }}{% endif %}")))
        .isEmpty();
  }

  @Test
  void letsAnAuthorAbortAMessage() {
    assertThat(
            findingsIn(
                with(
                    ORDER_OUT,
                    "headline",
                    "{% if orderNumber == blank %}{% abort 'no order' %}{% endif %}On its way")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ firstName",
        "{% if firstName %}never ended",
        "{{ }}",
        "{% render 'x' %}",
        "{% include 'secrets' %}",
        "{% layout 'x' %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{{ firstName | uppcase }}",
        "{{ ['firstName'] }}",
        "{% increment firstName %}"
      })
  void refusesWhatIsNotPlainLiquid(String text) {
    assertThat(findingsIn(with(ORDER_OUT, "headline", text)))
        .extracting(FieldError::pointer)
        .containsOnly("/locales/en/headline");
  }

  @Test
  void suggestsTheFilterThatWasMeant() {
    assertThat(findingsIn(with(ORDER_OUT, "headline", "{{ firstName | uppcase }}")))
        .extracting(FieldError::detail)
        .containsExactly("there is no filter `uppcase`; did you mean `upcase`?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://green-basket.example",
        "{{ orderNumber }}",
        "https://{{ orderNumber }}.example/",
        "https://good.example@evil.example/",
        "https://",
        "//green-basket.example"
      })
  void refusesLinksThatAreNotPlainWebAddresses(String url) {
    assertThat(findingsIn(with(ORDER_OUT, "callToAction", Map.of("label", "Go", "url", url))))
        .extracting(FieldError::pointer)
        .containsExactly("/locales/en/callToAction/url");
  }

  @Test
  void refusesLineBreaksInASubject() {
    assertThat(findingsIn(with(ORDER_OUT, "subject", "Hello\r\nBcc: everybody@example.org")))
        .extracting(FieldError::pointer)
        .containsExactly("/locales/en/subject");
  }

  @Test
  void namesEverythingThatIsMissing() {
    var draft = Drafts.of("{\"locales\":{\"english!\":{\"callToAction\":{}}}}");

    assertThat(findingsIn(draft))
        .extracting(FieldError::pointer)
        .contains(
            "/category",
            "/brand",
            "/defaultLocale",
            "/locales/english!",
            "/locales/english!/subject",
            "/locales/english!/headline",
            "/locales/english!/body",
            "/locales/english!/callToAction/url");
  }

  @Test
  void refusesNamesThatMeanSomethingElse() {
    var draft =
        Drafts.of(ORDER_OUT.replace("\"firstName\":", "\"offer\":{},\"a-b\":{},\"firstName\":"));

    assertThat(findingsIn(draft))
        .extracting(FieldError::pointer)
        .containsExactly("/variables/offer", "/variables/a-b");
  }

  @Test
  void refusesAChatTextThatIsNeverSaid() {
    Map<String, Object> template =
        Map.of("sid", "HX0123456789abcdef0123456789abcdef", "variables", List.of());
    Map<String, Object> inside = new HashMap<>(template);
    inside.put("insideWindow", true);

    assertThat(findingsIn(with(ORDER_OUT, "chat", Map.of("text", "Hello", "template", template))))
        .isEmpty();
    assertThat(findingsIn(with(ORDER_OUT, "chat", Map.of("template", inside)))).isEmpty();
    assertThat(findingsIn(with(ORDER_OUT, "chat", Map.of("text", "Hello", "template", inside))))
        .extracting(FieldError::pointer)
        .containsExactly("/locales/en/chat/text");
  }

  @Test
  void leavesTheUnsubscribeLinkToTheLayout() {
    assertThat(findingsIn(with(ORDER_OUT, "legalFooter", "Leave: {{ unsubscribeUrl }}")))
        .extracting(FieldError::detail)
        .containsExactly("leave `unsubscribeUrl` out: the layout adds the link");
  }
}

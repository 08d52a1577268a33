package dev.campanile.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo sends and to whom, as it is committed. */
class CommittedFilesTest {
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà€";

  private final DemoFiles files =
      new DemoFiles(Path.of(System.getProperty("campanile.root", "../..")));
  private final List<List<String>> customers =
      files.customers().lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();

  @Test
  void customersAreThoseOfTheGenerator() {
    assertThat(files.customers()).isEqualTo(InventedCustomers.csv());
  }

  @Test
  void thereAreAThousandGoodRowsInADozenCountriesAndSomeBadOnes() {
    var good = customers.stream().filter(row -> row.getFirst().startsWith("C-")).toList();

    assertThat(good).hasSize(1_000).allMatch(row -> row.size() == InventedCustomers.COLUMNS.size());
    assertThat(good.stream().map(row -> row.get(6)).distinct()).hasSize(12);
    assertThat(good.stream().filter(row -> row.get(14).equals("OUT_FOR_DELIVERY")).count())
        .isBetween(290L, 310L);
    assertThat(customers).hasSize(1_000 + NamedRows.MALFORMED.size());
  }

  /** Or the demo counts otherwise whenever the other one is first. */
  @Test
  void whoSharesAnInboxCouldBeReachedAlikeWithoutIt() {
    Map<String, List<List<String>>> byMail =
        customers.stream()
            .filter(row -> row.get(3).contains("@"))
            .collect(Collectors.groupingBy(row -> row.get(3)));

    assertThat(byMail.values())
        .filteredOn(sharing -> sharing.size() > 1)
        .isNotEmpty()
        .allSatisfy(
            sharing ->
                assertThat(sharing)
                    .extracting(row -> row.get(4).isEmpty() + " " + row.get(10))
                    .containsOnly(sharing.getFirst().get(4).isEmpty() + " "));
  }

  @Test
  void nobodyRealCouldReceiveAMail() {
    assertThat(customers.stream().map(row -> row.get(3)).filter(mail -> mail.contains("@")))
        .allMatch(mail -> mail.matches(".*[@.]example\\.(com|org|net)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-out-for-delivery", "weekend-offer"})
  void eachContentIsWrittenInThreeLanguagesForThreeChannels(String key) {
    JsonNode content = files.content(key);

    assertThat(names(content.path("locales"))).containsExactlyInAnyOrder("en", "it", "de");
    for (JsonNode locale : content.path("locales")) {
      for (String field :
          List.of("/subject", "/headline", "/sms", "/chat/text", "/chat/template/sid")) {
        assertThat(locale.at(field).asText()).as(field).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-out-for-delivery", "weekend-offer"})
  void everyChatTemplateIsKnownAndApprovedInItsLanguage(String key) {
    Map<String, JsonNode> templates =
        StreamSupport.stream(files.chatTemplates().spliterator(), false)
            .collect(Collectors.toMap(each -> each.path("sid").asText(), each -> each));

    for (var locale : files.content(key).path("locales").properties()) {
      JsonNode used = locale.getValue().at("/chat/template");
      assertThat(templates).containsKey(used.path("sid").asText());
      JsonNode known = Objects.requireNonNull(templates.get(used.path("sid").asText()));
      assertThat(used.path("sid").asText()).matches("HX[0-9a-f]{32}");
      assertThat(known.path("language").asText()).isEqualTo(locale.getKey());
      assertThat(known.path("approved").asBoolean()).isTrue();
      assertThat(known.path("body").asText()).contains("{{" + used.path("variables").size() + "}}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-out-for-delivery", "weekend-offer"})
  void anSmsFitsOnePartForMostCustomers(String key) {
    for (JsonNode locale : files.content(key).path("locales")) {
      String text = filled(locale);

      assertThat(text.chars()).as(text).allMatch(c -> GSM.indexOf(c) >= 0);
      assertThat(text.length() + text.chars().filter(c -> c == '€').count())
          .as(text)
          .isLessThanOrEqualTo(160);
    }
  }

  private static String filled(JsonNode locale) {
    String text =
        locale
            .path("sms")
            .asText()
            .replaceAll("\\{\\{ firstName [^}]*}}", "Maximilian")
            .replace("{{ callToAction.url }}", locale.at("/callToAction/url").asText())
            .replace("{{ orderNumber }}", "B20418")
            .replace("{{ deliveryWindow }}", "14:00-16:00");
    for (String part : Set.of("price", "code", "validUntil")) {
      text = text.replace("{{ offer." + part + " }}", locale.path("offer").path(part).asText());
    }
    return text;
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}

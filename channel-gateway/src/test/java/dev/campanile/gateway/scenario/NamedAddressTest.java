package dev.campanile.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.revocation.NewRevocation;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Messages to an address, and no customer waited for. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class NamedAddressTest {

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Database database;
  @Inject Revocations revocations;

  private final Customer ana = Customer.any();

  @Test
  void aTransactionalMessageGoesToAnAddressNobodyHolds() {
    Single one = Single.transactional(Channel.EMAIL, ana.email().toUpperCase(Locale.ROOT));
    sent(one);

    assertThat(state(one, "ACCEPTED").at("/source/type").asText()).isEqualTo("TRANSACTIONAL");
    assertThat(seen.received("EMAIL", ana.email())).isEqualTo(1);
  }

  @Test
  void theNoOfWhoeverHoldsItBinds() {
    wire.say(card(ana, new Consent(ConsentTopic.ALL, ConsentState.OPTED_OUT)));
    awaitHeld(ana.phone());
    Single one = Single.transactional(Channel.SMS, ana.phone());
    sent(one);

    assertThat(state(one, "SKIPPED").path("reason").asText()).isEqualTo("OPTED_OUT");
  }

  @Test
  void aNoHeardHereBindsUntilEveryHoldersCardSaysIt() {
    Receipt.Revoked no =
        database.transaction(
            handle ->
                revocations.add(
                    handle,
                    new NewRevocation(
                        Channel.SMS,
                        ana.phone(),
                        ConsentTopic.ALL,
                        Receipt.Revoked.Cause.PROVIDER,
                        "test",
                        TestClock.START)));
    Single early = Single.transactional(Channel.SMS, ana.phone());
    sent(early);
    assertThat(state(early, "SKIPPED").path("reason").asText()).isEqualTo("OPTED_OUT");

    wire.say(ana.card(1, no.revocationId()));
    awaitHeld(ana.phone());
    Single late = Single.transactional(Channel.SMS, ana.phone());
    sent(late);
    state(late, "ACCEPTED");
  }

  @Test
  void aMalformedAddressIsRefused() {
    Single one = Single.transactional(Channel.SMS, "call me");
    sent(one);

    assertThat(state(one, "SKIPPED").path("reason").asText()).isEqualTo("INVALID_ADDRESS");
  }

  @Test
  void aTestIsMarkedWhereverItIsSeenAndNeedsNoConsent() {
    Single test = Single.test(Category.MARKETING, Channel.EMAIL, ana.email());
    sent(test);

    assertThat(state(test, "ACCEPTED").at("/source/type").asText()).isEqualTo("TEST");
    JsonNode mail = seen.message("EMAIL", ana.email());
    assertThat(mail.path("subject").asText()).startsWith("[Test] ");
    assertThat(mail.toString()).contains("X-Campanile-Test");
  }

  @Test
  void aTestByAProvidersTemplateIsMarkedInIt() {
    String sid = "HX" + ana.id().toString().replace("-", "");
    seen.providerKeeps(sid, true, "Ciao {{1}}, tutto bene?");
    Single test = Single.test(Category.MARKETING, Channel.CHAT, ana.phone());
    wire.publish(byTemplate(test, sid));
    wire.request(Lane.URGENT, test.request());

    state(test, "ACCEPTED");
    assertThat(seen.message("CHAT", ana.phone()).path("body").asText())
        .isEqualTo("Ciao [Test] Ana, tutto bene?");
  }

  @Test
  void aTestThatCannotBeMarkedIsNotSent() {
    String sid = "HX" + ana.id().toString().replace("-", "");
    seen.providerKeeps(sid, true, "Tutto bene?");
    Single test = Single.test(Category.MARKETING, Channel.CHAT, ana.phone());
    wire.publish(byTemplate(test, sid));
    wire.request(Lane.URGENT, test.request());

    assertThat(state(test, "SKIPPED").path("reason").asText()).isEqualTo("TEMPLATE_ERROR");
    assertThat(seen.received("CHAT", ana.phone())).isZero();
  }

  private static ContentVersion byTemplate(Single one, String sid) {
    ContentVersion content = one.content().content();
    Brand brand = content.brand();
    var chat =
        new ContentVersion.Chat(null, new ContentVersion.ChatTemplate(sid, List.of("{{ name }}")));
    return new ContentVersion(
        content.ref(),
        content.category(),
        null,
        new Brand(brand.key(), brand.name(), brand.emailFrom(), null, null, "+390200000009"),
        "it",
        Map.of("it", new ContentVersion.Projections(null, null, chat)),
        List.of(),
        content.variables(),
        content.publishedAt());
  }

  private void sent(Single one) {
    wire.publish(one.content().content());
    wire.request(Lane.URGENT, one.request());
  }

  private JsonNode state(Single one, String state) {
    seen.awaitState(one.message(), state);
    return seen.get("/v1/messages/" + one.message());
  }

  private static ContactCard card(Customer of, Consent consent) {
    return new ContactCard(
        of.id(),
        1,
        "en",
        "IT",
        List.of(ZoneId.of("Europe/Rome")),
        null,
        false,
        List.of(new ContactAddress(Channel.SMS, of.phone(), true, null, List.of(consent))),
        List.of(),
        List.of());
  }

  private void awaitHeld(String address) {
    Awaitility.await()
        .until(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) from contact_address where address = :address")
                            .bind("address", address)
                            .mapTo(Integer.class)
                            .one()),
            found -> found == 1);
  }
}

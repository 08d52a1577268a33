package dev.campanile.gateway.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The templates as last heard, shared by all replicas and kept over a restart. What is new of one
 * leaves on {@code chat.templates} with the same transaction.
 */
@ApplicationScoped
class TemplateRepository {

  private static final String EXPECT =
      """
      insert into chat_template (sid, asked_for)
      select sid, :at from unnest(:sids) as s(sid) order by sid
      on conflict do nothing
      """;

  private static final String LOCK =
      """
      insert into chat_template (sid, asked_for) values (:sid, :at)
      on conflict (sid) do update set asked_for = chat_template.asked_for
      returning template::text
      """;

  private static final String STORE =
      """
      update chat_template
         set template = cast(:template as jsonb), checked_at = :at
       where sid = :sid
      """;

  private static final String CHECKED =
      "update chat_template set checked_at = :at where sid = :sid";

  private static final String DUE =
      """
      select sid
        from chat_template
       where checked_at is null or checked_at < :before
       order by checked_at nulls first, sid
       limit 50
      """;

  private final Database database;
  private final Outbox outbox;

  TemplateRepository(Database database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  void expect(Collection<String> sids, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(EXPECT)
                .bindArray("sids", String.class, List.copyOf(sids))
                .bind("at", at)
                .execute());
  }

  /** What the provider said, at {@link ProviderTemplate#saidAt()}. */
  void store(ProviderTemplate heard) {
    database.inTransaction(
        handle -> {
          Optional<ProviderTemplate> before = lock(handle, heard);
          if (before.isPresent() && saysTheSame(before.get(), heard)) {
            handle
                .createUpdate(CHECKED)
                .bind("sid", heard.sid())
                .bind("at", heard.saidAt())
                .execute();
            return;
          }
          handle
              .createUpdate(STORE)
              .bind("sid", heard.sid())
              .bind("template", new String(WireFormat.write(heard), UTF_8))
              .bind("at", heard.saidAt())
              .execute();
          outbox.add(
              handle,
              OutgoingRecords.of(Topic.CHAT_TEMPLATES, heard.bucket(), heard.recordKey(), heard));
        });
  }

  List<String> due(Instant before) {
    return database.read(
        handle -> handle.createQuery(DUE).bind("before", before).mapTo(String.class).list());
  }

  Optional<ProviderTemplate> find(String sid) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select template::text from chat_template where sid = :sid and checked_at is not null")
                .bind("sid", sid)
                .mapTo(String.class)
                .findOne()
                .map(TemplateRepository::parsed));
  }

  List<ProviderTemplate> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select template::text from chat_template where checked_at is not null")
                .mapTo(String.class)
                .map(TemplateRepository::parsed)
                .list());
  }

  private static Optional<ProviderTemplate> lock(Handle handle, ProviderTemplate heard) {
    return handle
        .createQuery(LOCK)
        .bind("sid", heard.sid())
        .bind("at", heard.saidAt())
        .mapTo(String.class)
        .findOne()
        .map(TemplateRepository::parsed);
  }

  private static boolean saysTheSame(ProviderTemplate before, ProviderTemplate heard) {
    return before.status().equals(heard.status())
        && Objects.equals(before.body(), heard.body())
        && before.buttons().equals(heard.buttons());
  }

  private static ProviderTemplate parsed(String json) {
    try {
      return WireFormat.read(json.getBytes(UTF_8), ProviderTemplate.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a stored template cannot be read", e);
    }
  }
}

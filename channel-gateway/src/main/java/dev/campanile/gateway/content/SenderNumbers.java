package dev.campanile.gateway.content;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.runtime.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which brand speaks from which of our numbers, as its last published content said. A draft that is
 * tested may have a name that nobody approved yet.
 */
@ApplicationScoped
public class SenderNumbers {

  private static final String STORE =
      """
      insert into sender_number as s (channel, number, brand)
      select channel, number, brand from unnest(:channels, :numbers, :brands) as n(channel, number, brand)
      on conflict (number, channel) do update set brand = excluded.brand
       where s.brand <> excluded.brand
      """;

  private static final String BRAND =
      "select brand from sender_number where number = :number and channel = :channel";

  void store(Handle handle, List<ContentVersion> versions) {
    Map<String, Sender> last = new TreeMap<>();
    for (ContentVersion version : versions) {
      if (version.ref().namesTest()) {
        continue;
      }
      var brand = version.brand();
      keep(last, Channel.SMS, brand.smsFrom(), brand.name());
      keep(last, Channel.CHAT, brand.chatFrom(), brand.name());
    }
    if (last.isEmpty()) {
      return;
    }
    var insert = handle.createUpdate(STORE);
    Columns.of(last.values(), insert)
        .names("channels", Sender::channel)
        .texts("numbers", Sender::number)
        .texts("brands", Sender::brand);
    insert.execute();
  }

  /** The name of the brand, when a content was published that is sent from there. */
  public Optional<String> brand(Handle handle, Channel channel, String number) {
    return handle
        .createQuery(BRAND)
        .bind("number", number)
        .bind("channel", channel)
        .mapTo(String.class)
        .findOne();
  }

  private static void keep(
      Map<String, Sender> last, Channel channel, @Nullable String number, String brand) {
    if (number != null) {
      last.put(number + channel, new Sender(channel, number, brand));
    }
  }

  private record Sender(Channel channel, String number, String brand) {}
}

package dev.campanile.local.twilio;

import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page of the account's messages, newest first, filtered as the query asks. */
final class MessageListing {
  private static final int DEFAULT_PAGE_SIZE = 50;
  private static final int LARGEST_PAGE = 1000;

  private final TwilioAccount account;
  private final Fields query;

  MessageListing(TwilioAccount account, Fields query) {
    this.account = account;
    this.query = query;
  }

  Map<String, Object> page(List<TwilioMessage> messages) {
    int size = Math.clamp(number("PageSize", DEFAULT_PAGE_SIZE), 1, LARGEST_PAGE);
    int page = Math.max(number("Page", 0), 0);
    List<TwilioMessage> matching =
        filter(messages.reversed().stream()).skip((long) page * size).limit(size + 1L).toList();
    boolean more = matching.size() > size;
    List<TwilioMessage> shown = more ? matching.subList(0, size) : matching;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("page", page);
    json.put("page_size", size);
    json.put("start", page * size);
    json.put("end", page * size + Math.max(shown.size() - 1, 0));
    json.put("first_page_uri", uri(0, size));
    json.put("previous_page_uri", page == 0 ? null : uri(page - 1, size));
    json.put("next_page_uri", more ? uri(page + 1, size) : null);
    json.put("uri", uri(page, size));
    json.put("messages", shown.stream().map(message -> MessageJson.of(message, account)).toList());
    return json;
  }

  private Stream<TwilioMessage> filter(Stream<TwilioMessage> messages) {
    return messages
        .filter(message -> query.first("To").map(message.to()::equals).orElse(true))
        .filter(message -> query.first("From").map(message.from()::equals).orElse(true))
        .filter(message -> dated(message, "DateSent", MessageListing::isOn))
        .filter(message -> dated(message, "DateSent>", (at, bound) -> !at.isBefore(start(bound))))
        .filter(message -> dated(message, "DateSent<", (at, bound) -> !at.isAfter(start(bound))));
  }

  private boolean dated(
      TwilioMessage message, String name, BiPredicate<Instant, String> condition) {
    return query.first(name).map(bound -> condition.test(message.listedAt(), bound)).orElse(true);
  }

  private static boolean isOn(Instant at, String bound) {
    return at.atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .equals(start(bound).atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** A bound is a time, in UTC when it names no offset, or a day that stands for its first one. */
  private static Instant start(String bound) {
    try {
      if (!bound.contains("T")) {
        return LocalDate.parse(bound).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return bound.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(bound).toInstant()
          : LocalDateTime.parse(bound).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadRequest("Not a date: " + bound);
    }
  }

  private int number(String name, int otherwise) {
    try {
      return query.first(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new BadRequest(name + " is not a number.");
    }
  }

  private String uri(int page, int size) {
    Map<String, String> fields = new LinkedHashMap<>();
    query.values().forEach((name, values) -> fields.put(name, values.get(0)));
    fields.put("PageSize", Integer.toString(size));
    fields.put("Page", Integer.toString(page));
    return "/2010-04-01/Accounts/" + account.sid() + "/Messages.json?" + Fields.encode(fields);
  }
}

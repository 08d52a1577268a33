package dev.campanile.gateway.tracking;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Receipt.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who read a message, for its trace. */
@ApplicationScoped
public class MessageReadings {

  private static final String OF_MESSAGE =
      "select link, reader, first_at, last_at, count from reading where message_id = :id"
          + " order by first_at, link, reader";

  /**
   * What one kind of reader did at one place.
   *
   * @param link id of the content's link; none when the message was opened
   */
  public record View(
      Kind kind,
      @Nullable String link,
      Reader reader,
      Instant firstAt,
      Instant lastAt,
      long count) {}

  /** What a reader did. */
  public enum Kind {
    OPENED,
    CLICKED
  }

  /** Oldest first. */
  public List<View> of(Handle handle, MessageId message) {
    return handle
        .createQuery(OF_MESSAGE)
        .bind("id", message.value())
        .map(
            (row, _) -> {
              String link = row.getString("link");
              boolean opened = link.equals(Mark.PIXEL);
              return new View(
                  opened ? Kind.OPENED : Kind.CLICKED,
                  opened ? null : link,
                  Reader.valueOf(row.getString("reader")),
                  row.getTimestamp("first_at").toInstant(),
                  row.getTimestamp("last_at").toInstant(),
                  row.getLong("count"));
            })
        .list();
  }
}

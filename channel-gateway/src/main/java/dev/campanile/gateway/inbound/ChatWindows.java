package dev.campanile.gateway.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** When customers last wrote to which of our chat numbers. */
@ApplicationScoped
public class ChatWindows {

  private static final String LAST_INBOUND =
      """
      select customer, last_inbound
        from chat_window
       where business = :business and customer = any(:customers)
      """;

  /** A repeated or late webhook never moves it back. */
  private static final String OPEN =
      """
      insert into chat_window (customer, business, last_inbound)
      values (:customer, :business, :at)
      on conflict (customer, business) do update
         set last_inbound = greatest(chat_window.last_inbound, excluded.last_inbound)
      """;

  /**
   * By customer's number; absent when they never wrote to that one of ours.
   *
   * @param business the brand's {@code chatFrom}
   */
  public Map<String, Instant> lastInbound(
      Handle handle, String business, Collection<String> customers) {
    Map<String, Instant> last = new HashMap<>();
    handle
        .createQuery(LAST_INBOUND)
        .bind("business", business)
        .bindArray("customers", String.class, List.copyOf(customers))
        .map(
            (row, _) ->
                Map.entry(row.getString("customer"), row.getTimestamp("last_inbound").toInstant()))
        .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
    return last;
  }

  void open(Handle handle, String customer, String business, Instant at) {
    handle
        .createUpdate(OPEN)
        .bind("customer", customer)
        .bind("business", business)
        .bind("at", at)
        .execute();
  }
}

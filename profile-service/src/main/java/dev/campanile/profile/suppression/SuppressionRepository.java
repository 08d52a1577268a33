package dev.campanile.profile.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The suppressed addresses, one row each; binds every profile that holds one. */
@ApplicationScoped
public class SuppressionRepository {

  /** A suppression stays; only a hard reason takes the place of a soft one. */
  private static final String ADD =
      """
      insert into suppression as current (address, channel, reason, source, detail, suppressed_at)
      select distinct on (address, channel) address, channel, reason, source, detail, at
        from unnest(:addresses, :channels, :reasons, :sources, :details, :times)
          as n(address, channel, reason, source, detail, at)
       order by address, channel, (reason <> 'HARD'), (reason = 'SOFT'), at
      on conflict (address, channel) do update
         set reason = excluded.reason,
             source = excluded.source,
             detail = excluded.detail,
             suppressed_at = excluded.suppressed_at
       where (current.reason = 'SOFT' and excluded.reason <> 'SOFT')
          or (current.reason <> 'HARD' and excluded.reason = 'HARD')
      """;

  public void add(Handle handle, Collection<SuppressedAddress> addresses) {
    if (addresses.isEmpty()) {
      return;
    }
    handle
        .createUpdate(ADD)
        .bindArray(
            "addresses", String.class, addresses.stream().map(a -> a.key().address()).toList())
        .bindArray(
            "channels",
            String.class,
            addresses.stream().map(a -> a.key().channel().name()).toList())
        .bindArray("reasons", String.class, addresses.stream().map(a -> a.reason().name()).toList())
        .bindArray(
            "sources", String.class, addresses.stream().map(SuppressedAddress::source).toList())
        .bindArray(
            "details", String.class, addresses.stream().map(SuppressedAddress::detail).toList())
        .bindArray("times", Instant.class, addresses.stream().map(SuppressedAddress::at).toList())
        .execute();
  }
}

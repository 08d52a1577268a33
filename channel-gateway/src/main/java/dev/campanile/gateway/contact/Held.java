package dev.campanile.gateway.contact;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.runtime.database.Columns;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** An address on a profile's card. */
record Held(ProfileId profile, Channel channel, String address) implements Comparable<Held> {

  private static final Comparator<Held> ORDER =
      Comparator.comparing(Held::address)
          .thenComparing(Held::channel)
          .thenComparing(it -> it.profile().value());

  static void bind(List<Held> held, SqlStatement<?> statement) {
    Columns.of(held, statement)
        .uuids("holders", it -> it.profile().value())
        .names("channels", Held::channel)
        .texts("addresses", Held::address);
  }

  @Override
  public int compareTo(Held other) {
    return ORDER.compare(this, other);
  }
}

package dev.campanile.runtime.database;

import java.lang.reflect.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Binds rows by column, as arrays for {@code unnest}; a statement then takes them in one go. */
public final class Columns<R> {

  private final SqlStatement<?> statement;
  private final List<R> rows;

  private Columns(SqlStatement<?> statement, List<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  public static <R> Columns<R> of(Collection<R> rows, SqlStatement<?> statement) {
    return new Columns<>(statement, List.copyOf(rows));
  }

  public Columns<R> uuids(String name, Function<R, @Nullable UUID> column) {
    statement.bind(name, new UuidArray(Arrays.asList(values(UUID.class, column))));
    return this;
  }

  public Columns<R> texts(String name, Function<R, @Nullable String> column) {
    return bind(name, String.class, row -> withoutNul(column.apply(row)));
  }

  /** Enums by name, and values that are their text. */
  public Columns<R> names(String name, Function<R, @Nullable Object> column) {
    return texts(name, row -> textOrNull(column.apply(row)));
  }

  public Columns<R> ints(String name, Function<R, @Nullable Integer> column) {
    return bind(name, Integer.class, column);
  }

  public Columns<R> longs(String name, Function<R, @Nullable Long> column) {
    return bind(name, Long.class, column);
  }

  public Columns<R> booleans(String name, Function<R, @Nullable Boolean> column) {
    return bind(name, Boolean.class, column);
  }

  /** As text, to be cast to {@code timestamptz[]}. */
  public Columns<R> instants(String name, Function<R, @Nullable Instant> column) {
    return names(name, column::apply);
  }

  /** PostgreSQL keeps no NUL in a text, and a provider's answer may hold anything. */
  private static @Nullable String withoutNul(@Nullable String text) {
    return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private <V> Columns<R> bind(String name, Class<V> type, Function<R, @Nullable V> column) {
    statement.bindArray(name, type, (Object[]) values(type, column));
    return this;
  }

  /** An array and not a list: it may hold nulls. */
  private <V> @Nullable V[] values(Class<V> type, Function<R, @Nullable V> column) {
    @SuppressWarnings("unchecked")
    @Nullable V[] values = (V[]) Array.newInstance(type, rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    return values;
  }
}

package dev.campanile.rendering;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template's own markup on all ways through its branches and loops at once, and so knows of
 * each value where it stands before there is any value. Where the ways differ, or a value may
 * itself decide, it does not know, and says so.
 */
final class HtmlPlacement {

  private static final int MOST_WAYS = 8;
  private static final int LONGEST = 4_000;

  /** Loops in loops are read again and again: that ends somewhere. */
  private static final int MOST_CHARS_READ = 20_000_000;

  /** How each way's markup ends, as {@link HtmlCursor#unfinished} has it. */
  private final Set<String> ways = new LinkedHashSet<>();

  private final AtomicInteger read;
  private boolean lost;

  HtmlPlacement() {
    this(new AtomicInteger());
    ways.add("");
  }

  private HtmlPlacement(AtomicInteger read) {
    this.read = read;
  }

  /** The template's own text comes. */
  void text(String literal) {
    Set<String> on = new LinkedHashSet<>();
    for (String way : ways) {
      StringBuilder html = new StringBuilder(way).append(literal);
      on.add(reading(html).unfinished(html));
    }
    goOn(on, literal.length());
  }

  /** A value comes. Null when its place is known only when it is there. */
  @Nullable HtmlPlace value() {
    Set<HtmlPlace> places = EnumSet.noneOf(HtmlPlace.class);
    Set<String> on = new LinkedHashSet<>();
    boolean decides = false;
    for (String way : ways) {
      StringBuilder html = new StringBuilder(way);
      HtmlCursor cursor = reading(html);
      HtmlPlace place = cursor.placeAfter(html);
      places.add(place);
      // An empty value is not written at all.
      on.add(way);
      if (place == HtmlPlace.URL) {
        html.append('x');
        on.add(reading(html).unfinished(html));
      }
      decides |= cursor.readsValues();
    }
    HtmlPlace place = !lost && places.size() == 1 ? places.iterator().next() : null;
    goOn(on, 1);
    if (decides) {
      lose();
    }
    return place;
  }

  /** Something comes that may be any markup. */
  void lose() {
    lost = true;
    ways.clear();
  }

  /** None of the ways so far is gone: others will join. */
  void leave() {
    ways.clear();
  }

  HtmlPlacement fork() {
    HtmlPlacement fork = new HtmlPlacement(read);
    fork.ways.addAll(ways);
    fork.lost = lost;
    return fork;
  }

  /**
   * Another way may have been gone instead.
   *
   * @return whether that was not known yet
   */
  boolean join(HtmlPlacement other) {
    if (lost) {
      return false;
    }
    if (other.lost) {
      lose();
      return true;
    }
    Set<String> all = new LinkedHashSet<>(ways);
    boolean more = all.addAll(other.ways);
    goOn(all, 1);
    return more;
  }

  private void goOn(Set<String> on, int readChars) {
    int all = on.stream().mapToInt(String::length).sum() + readChars * Math.max(1, on.size());
    ways.clear();
    if (on.size() > MOST_WAYS
        || on.stream().anyMatch(way -> way.length() > LONGEST)
        || read.addAndGet(all) > MOST_CHARS_READ) {
      lose();
    } else {
      ways.addAll(on);
    }
  }

  private static HtmlCursor reading(StringBuilder html) {
    HtmlCursor cursor = new HtmlCursor();
    cursor.placeAfter(html);
    return cursor;
  }
}

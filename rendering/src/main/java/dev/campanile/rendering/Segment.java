package dev.campanile.rendering;

import java.util.List;
import liqp.nodes.LNode;
import org.jspecify.annotations.Nullable;

/** A piece of a compiled template. */
sealed interface Segment permits Segment.Text, Segment.Value, Segment.Island, Choice, Loop {

  void write(Page page);

  /** The same, with the place of each of its values that can be told from the markup before it. */
  Segment placed(HtmlPlacement placement);

  /** The author's own text. */
  record Text(String octets) implements Segment {

    static Text of(String text) {
      return new Text(Octets.of(text));
    }

    @Override
    public void write(Page page) {
      page.text(octets);
    }

    @Override
    public Segment placed(HtmlPlacement placement) {
      placement.text(octets);
      return this;
    }
  }

  /**
   * <code>{{ … }}</code>
   *
   * @param place null where only the output tells
   */
  record Value(LNode value, @Nullable Escaping place) implements Segment {

    @Override
    public void write(Page page) {
      page.value(value.render(page.scope()), place);
    }

    @Override
    public Segment placed(HtmlPlacement placement) {
      return new Value(value, placement.value());
    }
  }

  /**
   * A tag that liqp renders, with all that is in it.
   *
   * @param silent whether it only remembers something
   */
  record Island(LNode tag, boolean silent, @Nullable Escaping place) implements Segment {

    @Override
    public void write(Page page) {
      Object rendered = tag.render(page.scope());
      if (rendered != null) {
        page.value(rendered, place);
      }
    }

    @Override
    public Segment placed(HtmlPlacement placement) {
      if (!silent) {
        placement.lose();
      }
      return new Island(tag, silent, null);
    }
  }

  /** Pieces one after the other. */
  record Sequence(List<Segment> segments) {

    void write(Page page) {
      for (int i = 0; i < segments.size(); i++) {
        segments.get(i).write(page);
      }
    }

    Sequence placed(HtmlPlacement placement) {
      return new Sequence(segments.stream().map(it -> it.placed(placement)).toList());
    }
  }
}

package dev.campanile.rendering;

import java.util.ArrayList;
import java.util.List;
import liqp.nodes.LNode;
import org.jspecify.annotations.Nullable;

/** {@code if}, {@code elsif}, {@code unless} and {@code else}. */
record Choice(List<Branch> branches) implements Segment {

  /**
   * @param test none for {@code else}
   * @param whenTrue false for {@code unless}
   */
  record Branch(@Nullable LNode test, boolean whenTrue, Sequence body) {

    boolean isTaken(BoundedContext scope) {
      if (test == null) {
        return true;
      }
      Object value = test.render(scope);
      return whenTrue == (value instanceof Boolean truth ? truth : value != null);
    }
  }

  @Override
  public void write(Page page) {
    for (Branch branch : branches) {
      if (branch.isTaken(page.scope())) {
        branch.body().write(page);
        return;
      }
    }
  }

  @Override
  public Segment placed(HtmlPlacement placement) {
    HtmlPlacement before = placement.fork();
    if (branches.getLast().test() == null) {
      // One of them is taken.
      placement.leave();
    }
    List<Branch> placed = new ArrayList<>();
    for (Branch branch : branches) {
      HtmlPlacement inside = before.fork();
      placed.add(new Branch(branch.test(), branch.whenTrue(), branch.body().placed(inside)));
      placement.join(inside);
    }
    return new Choice(List.copyOf(placed));
  }
}

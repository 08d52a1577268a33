package dev.campanile.rendering;

import java.util.Map;
import liqp.TemplateContext;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/** The variables of one rendering, and what it has left of its limits. */
final class BoundedContext extends TemplateContext {

  private final long deadline;
  private final Lookups lookups;

  BoundedContext(TemplateParser parser, Map<String, Object> variables, Lookups lookups) {
    super(parser, variables);
    this.lookups = lookups;
    deadline = System.nanoTime() + Limits.TIME.toNanos();
  }

  private BoundedContext(Map<String, Object> variables, BoundedContext parent) {
    super(variables, parent);
    deadline = parent.deadline;
    lookups = parent.lookups;
  }

  @Override
  public TemplateContext newChildContext(Map<String, Object> variables) {
    return new BoundedContext(variables, this);
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value, boolean inRoot) {
    checkTime();
    lookups.bound(key);
    return super.put(key, Limits.checked(captured(value)), inRoot);
  }

  @Override
  public void checkForMaxIterations(int iterations) {
    checkTime();
    if (iterations > Limits.ITERATIONS) {
      throw new TemplateFault("loops turn more than " + Limits.ITERATIONS + " times");
    }
  }

  Lookups lookups() {
    return lookups;
  }

  void checkTime() {
    if (System.nanoTime() - deadline > 0) {
      throw new TemplateFault("rendering takes longer than " + Limits.TIME.toMillis() + " ms");
    }
  }

  /** Plain text compares and filters like any other text; only markup needs to stay apart. */
  private static @Nullable Object captured(@Nullable Object value) {
    return value instanceof Fragment fragment && !fragment.hasMarkup()
        ? fragment.toString()
        : value;
  }
}

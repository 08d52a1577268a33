package dev.campanile.rendering;

import java.util.HashMap;
import java.util.Map;
import liqp.TemplateContext;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one rendering, and what it has left of its limits. What the message has is read
 * where it is, as it is the same for all templates of a message; what a template makes is kept
 * here.
 */
final class BoundedContext extends TemplateContext {

  private final BoundedContext root;
  private final @Nullable BoundedContext outer;
  private final Map<String, Object> given;
  private final Map<String, @Nullable Object> made;
  private final Lookups lookups;
  private final Deadline deadline;

  /** Of the whole rendering, counted at the root. */
  private int iterations;

  @SuppressWarnings("this-escape")
  BoundedContext(
      TemplateParser parser, Map<String, Object> variables, Lookups lookups, Deadline deadline) {
    super(parser, Map.of());
    this.root = this;
    this.outer = null;
    this.given = variables;
    this.made = HashMap.newHashMap(4);
    this.lookups = lookups;
    this.deadline = deadline;
  }

  private BoundedContext(Map<String, @Nullable Object> made, BoundedContext outer) {
    super(Map.of(), outer);
    this.root = outer.root;
    this.outer = outer;
    this.given = Map.of();
    this.made = made;
    this.lookups = outer.lookups;
    this.deadline = outer.deadline;
  }

  @Override
  public TemplateContext newChildContext(Map<String, Object> variables) {
    return new BoundedContext(variables, this);
  }

  @Override
  public boolean containsKey(String key) {
    return made.containsKey(key)
        || (outer == null ? given.containsKey(key) : outer.containsKey(key));
  }

  @Override
  public @Nullable Object get(String key) {
    Object value = made.get(key);
    if (value != null) {
      return value;
    }
    if (outer != null) {
      return outer.get(key);
    }
    // What was assigned nothing hides what was given.
    return made.containsKey(key) ? null : given.get(key);
  }

  @Override
  public @Nullable Object put(String key, @Nullable Object value, boolean inRoot) {
    deadline.check();
    lookups.bound(key);
    Object kept = Limits.checked(captured(value));
    return (inRoot ? root : this).made.put(key, kept);
  }

  @Override
  public void incrementIterations() {
    checkForMaxIterations(++root.iterations);
  }

  @Override
  public void checkForMaxIterations(int iterations) {
    deadline.check();
    if (iterations > Limits.ITERATIONS) {
      throw new TemplateFault("loops turn more than " + Limits.ITERATIONS + " times");
    }
  }

  Lookups lookups() {
    return lookups;
  }

  void checkTime() {
    deadline.check();
  }

  /** Plain text compares and filters like any other text; only markup needs to stay apart. */
  private static @Nullable Object captured(@Nullable Object value) {
    return value instanceof Fragment fragment && !fragment.hasMarkup()
        ? fragment.toString()
        : value;
  }
}

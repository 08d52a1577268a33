package dev.campanile.rendering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Notes what a rendering asks for, and lets it go on. */
final class Inspector implements Lookups {

  private final Set<String> used = new TreeSet<>();
  private final Set<String> missing = new TreeSet<>();
  private final Set<String> bound = new HashSet<>(Variables.OURS);

  @Override
  public boolean strict() {
    return false;
  }

  @Override
  public void used(String root, String name) {
    if (!bound.contains(root)) {
      used.add(name);
    }
  }

  @Override
  public void bound(String root) {
    bound.add(root);
  }

  @Override
  public void missing(String name) {
    missing.add(name);
  }

  /** What one template makes is not there in the next. */
  void nextTemplate() {
    bound.retainAll(Variables.OURS);
  }

  Inspection found() {
    return new Inspection(List.copyOf(used), List.copyOf(missing));
  }
}

package dev.campanile.rendering;

import java.util.List;

/**
 * What the texts of one channel ask of a customer's data, as far as they come with that data: a
 * branch not taken is not read.
 *
 * @param used variables as the texts write them, such as {@code order.number}, in alphabetical
 *     order; without our own, such as {@code brand.name}
 * @param missing those of them without a value and without a default, each of which stops the
 *     message; a link the content does not have is among them
 */
public record Inspection(List<String> used, List<String> missing) {

  public Inspection {
    used = List.copyOf(used);
    missing = List.copyOf(missing);
  }
}

package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.installation.ServiceSettings;
import java.util.List;

/**
 * A broadcast under a setting of the services: a figure and a result file of its own.
 *
 * @param name of the result's files
 * @param title what is different about it
 */
record Variant(String name, String title, ServiceSettings settings) {

  /** As {@code ./campanile up} sends; a gateway that signs its mails is one more of these. */
  static final List<Variant> ALL =
      List.of(new Variant("broadcast", "Broadcast", ServiceSettings.NONE));
}

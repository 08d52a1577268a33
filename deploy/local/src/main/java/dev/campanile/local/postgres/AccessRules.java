package dev.campanile.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who may connect: each service to its own database with its password, nobody else. */
final class AccessRules {

  private AccessRules() {}

  /**
   * Replaces the library's rules, which trust everyone. The superuser stays trusted in the database
   * {@code postgres} alone: the library asks there whether the server is up.
   */
  static void write(Path dataDirectory, List<String> services) throws IOException {
    StringBuilder rules = new StringBuilder();
    rules.append("# TYPE DATABASE USER ADDRESS METHOD\n");
    rules.append("host postgres postgres 127.0.0.1/32 trust\n");
    for (String service : services) {
      rules
          .append("host ")
          .append(service)
          .append(' ')
          .append(service)
          .append(" 127.0.0.1/32 scram-sha-256\n");
    }
    Files.writeString(dataDirectory.resolve("pg_hba.conf"), rules);
  }
}

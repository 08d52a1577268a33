package dev.campanile.local.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the server is started with, on its command line. */
final class ServerSettings {

  private ServerSettings() {}

  /**
   * The embedding library turns durability off because it is meant for tests; a platform that
   * claims to lose nothing is measured and tested with all of it on.
   */
  static Map<String, String> durableAndLocal() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("listen_addresses", "127.0.0.1");
    // A socket file in a shared folder would be a second way in.
    settings.put("unix_socket_directories", "");
    settings.put("max_connections", "200");
    settings.put("shared_buffers", "1GB");
    // After each checkpoint the first change of a page is written with the whole page.
    settings.put("max_wal_size", "4GB");
    settings.put("checkpoint_timeout", "15min");
    settings.put("log_checkpoints", "off");
    return settings;
  }

  /** The same order and upper case on every machine, whatever its locale. */
  static Map<String, String> sameLocaleEverywhere() {
    Map<String, String> locale = new LinkedHashMap<>();
    locale.put("locale", "C");
    locale.put("locale-provider", "builtin");
    locale.put("builtin-locale", "C.UTF-8");
    return locale;
  }
}

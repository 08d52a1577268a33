package dev.campanile.local.postgres;

/** How one service reaches its own database. */
public record ServiceDatabase(String jdbcUrl, String username, String password) {

  /** A local database and its owner carry the service's name; the password is no secret. */
  static ServiceDatabase local(String name, int port) {
    return new ServiceDatabase(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, "local-" + name);
  }
}

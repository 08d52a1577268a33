package dev.campanile.gateway.email;

/** An adapter of either transport, as its configuration would make it. */
interface TestSmtp extends AutoCloseable {

  EmailAdapter adapter();

  @Override
  void close();
}

package dev.campanile.gateway.email;

import java.time.Duration;
import java.util.Optional;

/** Configuration of which only the time-out matters. */
record Patience(Duration timeout) implements EmailConfig {

  @Override
  public Transport transport() {
    return Transport.FAST;
  }

  @Override
  public int timeoutsUntilRebuilt() {
    return 3;
  }

  @Override
  public Dkim dkim() {
    return new Dkim() {
      @Override
      public Optional<String> domain() {
        return Optional.empty();
      }

      @Override
      public Optional<String> selector() {
        return Optional.empty();
      }

      @Override
      public Optional<String> privateKey() {
        return Optional.empty();
      }
    };
  }
}

package dev.campanile.gateway.dispatch;

import dev.campanile.gateway.decision.GateAgain;
import dev.campanile.gateway.gate.AllowList;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** What every dispatcher works with. */
@ApplicationScoped
class Dispatching {

  private final LeaseRepository leases;
  private final SendingRepository sending;
  private final Rendering rendering;
  private final Settlement settlement;
  private final GateAgain gate;
  private final AllowList allowList;
  private final SendingMeters meters;
  private final InstantSource clock;
  private final DispatchConfig config;

  Dispatching(
      LeaseRepository leases,
      SendingRepository sending,
      Rendering rendering,
      Settlement settlement,
      GateAgain gate,
      AllowList allowList,
      SendingMeters meters,
      InstantSource clock,
      DispatchConfig config) {
    this.leases = leases;
    this.sending = sending;
    this.rendering = rendering;
    this.settlement = settlement;
    this.gate = gate;
    this.allowList = allowList;
    this.meters = meters;
    this.clock = clock;
    this.config = config;
  }

  LeaseRepository leases() {
    return leases;
  }

  SendingRepository sending() {
    return sending;
  }

  Rendering rendering() {
    return rendering;
  }

  Settlement settlement() {
    return settlement;
  }

  GateAgain gate() {
    return gate;
  }

  AllowList allowList() {
    return allowList;
  }

  SendingMeters meters() {
    return meters;
  }

  InstantSource clock() {
    return clock;
  }

  Duration lease() {
    return config.lease();
  }

  Duration decisionAge() {
    return config.decisionAge();
  }

  int longestTurn() {
    return config.turn();
  }
}

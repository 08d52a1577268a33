package dev.campanile.gateway.gate;

/** Whether the message's source may send now. */
public enum RunState {
  RUNNING,
  PAUSED,
  CANCELLED,
  KILLED
}

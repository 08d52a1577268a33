package dev.campanile.gateway.gate;

/** The verdict, and how the gate came to it. */
public record Decision(Verdict verdict, Trace trace) {}

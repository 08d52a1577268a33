package dev.campanile.local.demo;

/**
 * One of the demo's messages after it was launched.
 *
 * @param report as campaign-service counts
 * @param ledger as channel-gateway counts
 * @param received as the simulators counted, by channel in lower case
 */
record SentMessage(String key, String runId, RunCount report, RunCount ledger, Counts received) {}

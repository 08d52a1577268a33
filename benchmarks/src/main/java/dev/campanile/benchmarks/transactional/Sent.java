package dev.campanile.benchmarks.transactional;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param dueMicros when it was to be made
 * @param outcome the HTTP status, or {@code no answer}
 * @param message null when the request was refused or had no answer
 */
record Sent(long dueMicros, long answeredMicros, String outcome, @Nullable UUID message) {}

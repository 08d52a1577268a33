package dev.campanile.gateway.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of messages. */
public record MessagePage(List<MessageSummary> data, @Nullable String nextCursor) {}

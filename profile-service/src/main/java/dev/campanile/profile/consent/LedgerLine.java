package dev.campanile.profile.consent;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger over HTTP; see {@link ConsentEntry}. */
public record LedgerLine(
    UUID id,
    Channel channel,
    String address,
    ConsentTopic topic,
    ConsentState state,
    Instant at,
    ConsentEntry.How how,
    String source,
    @Nullable String wording,
    @Nullable String proof,
    Instant recordedAt) {}

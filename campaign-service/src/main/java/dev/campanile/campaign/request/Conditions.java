package dev.campanile.campaign.request;

import dev.campanile.runtime.http.Precondition;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code PUT} expects to be there. The same put again changes nothing and expects nothing,
 * so that a file can be applied twice.
 */
public record Conditions(
    @HeaderParam("If-Match") @Nullable String ifMatch,
    @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {

  public void checkNew() {
    if (ifMatch != null) {
      throw Precondition.failed();
    }
  }

  public void checkExisting(long version, boolean changes) {
    Precondition.check(version, changes, ifMatch, ifNoneMatch);
  }
}

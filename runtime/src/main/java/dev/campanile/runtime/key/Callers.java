package dev.campanile.runtime.key;

import dev.campanile.runtime.http.ApiKey;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who a key stands for: the installation's administrator, by the key the service was started with,
 * or the holder of a stored key.
 */
@ApplicationScoped
public class Callers implements IdentityProvider<TokenAuthenticationRequest> {

  private static final int SHORTEST = 16;

  /** Not the key itself: a dump of the memory shall not show it. */
  private final byte[] administrator;

  private final KnownKeys keys;
  private final InstantSource clock;

  Callers(
      @ConfigProperty(name = "campanile.api-key") Optional<String> key,
      KnownKeys keys,
      InstantSource clock) {
    this.administrator =
        KeySecret.hashOf(
            key.filter(k -> k.length() >= SHORTEST)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "Set CAMPANILE_API_KEY to a secret of at least "
                                + SHORTEST
                                + " characters: without one anybody could use this API.")));
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    String token = request.getToken().getToken();
    if (MessageDigest.isEqual(KeySecret.hashOf(token), administrator)) {
      return Uni.createFrom()
          .item(identity("api-key", Grant.roles(EnumSet.allOf(Grant.class)), Set.of(ApiKey.ROLE)));
    }
    return KeySecret.parse(token)
        .map(
            secret ->
                keys.remembered(secret)
                    .map(known -> Uni.createFrom().item(() -> holder(known, secret)))
                    .orElseGet(
                        () -> context.runBlocking(() -> holder(keys.lookedUp(secret), secret))))
        .orElseGet(() -> Uni.createFrom().failure(unknown()));
  }

  private SecurityIdentity holder(KnownKeys.Known known, KeySecret secret) {
    StoredKey key = known.openedBy(secret, clock.instant()).orElseThrow(Callers::unknown);
    return identity("api-key:" + key.id(), Grant.roles(key.scopes()), Set.of());
  }

  private static SecurityIdentity identity(String name, Set<String> roles, Set<String> more) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRoles(roles)
        .addRoles(more)
        .build();
  }

  /** Unknown, wrong, expired or revoked: which one is nobody's business. */
  private static AuthenticationFailedException unknown() {
    return new AuthenticationFailedException("unknown key");
  }
}

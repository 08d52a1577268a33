package dev.campanile.runtime.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a caller shows a key: {@code Authorization: Bearer <key>}. */
@ApplicationScoped
public class ApiKey implements HttpAuthenticationMechanism {

  /** What the installation's key has besides all scopes, until every endpoint names a scope. */
  public static final String ROLE = "api";

  private static final String SCHEME = "Bearer ";

  private final IdentityProvider<TokenAuthenticationRequest> callers;

  ApiKey(IdentityProvider<TokenAuthenticationRequest> callers) {
    this.callers = callers;
  }

  /** Makes the beans, so that a missing key stops the start and not the first request. */
  void check(@Observes StartupEvent event) {
    callers.getRequestType();
  }

  @Override
  public Uni<@Nullable SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    String header = request.request().getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Uni.createFrom().nullItem();
    }
    String token = header.substring(SCHEME.length()).trim();
    return identities
        .authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")))
        .map(identity -> identity);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }
}

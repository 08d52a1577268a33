package dev.campanile.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The service's one key: {@code Authorization: Bearer <key>} has the role {@value #ROLE}. */
@ApplicationScoped
public class ApiKey implements HttpAuthenticationMechanism {

  public static final String ROLE = "api";

  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST = 16;

  private final byte[] key;

  ApiKey(@ConfigProperty(name = "campanile.api-key") Optional<String> key) {
    this.key =
        key.filter(k -> k.length() >= SHORTEST)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Set CAMPANILE_API_KEY to a secret of at least "
                            + SHORTEST
                            + " characters: without one anybody could use this API."))
            .getBytes(UTF_8);
  }

  /** Makes the bean, so that a missing key stops the start and not the first request. */
  void check(@Observes StartupEvent event) {}

  @Override
  public Uni<@Nullable SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    String header = request.request().getHeader("Authorization");
    if (header == null || !header.startsWith(SCHEME)) {
      return Uni.createFrom().nullItem();
    }
    byte[] given = header.substring(SCHEME.length()).trim().getBytes(UTF_8);
    if (!MessageDigest.isEqual(given, key)) {
      return Uni.createFrom().failure(new AuthenticationFailedException("wrong key"));
    }
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("api-key"))
                .addRole(ROLE)
                .addRoles(
                    Set.of(
                        Scope.VIEWER,
                        Scope.AUTHOR,
                        Scope.PUBLISHER,
                        Scope.ADMINISTRATOR,
                        Scope.INGEST,
                        Scope.SEND))
                .build());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }
}

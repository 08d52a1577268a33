package dev.campanile.systemtests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the same installation with its crowd to every class that asks: starting one takes longer
 * than most faults. Whoever breaks something mends it.
 */
final class OneInstallation implements ParameterResolver {

  private static final Namespace HERE = Namespace.create(OneInstallation.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shared.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Shared.class, _ -> new Shared(), Shared.class);
  }

  /** Closed when the last test has run. */
  static final class Shared implements AutoCloseable {

    private final Installation installation = Installation.start();
    private final Crowd crowd = new Crowd(installation);

    Installation installation() {
      return installation;
    }

    Crowd crowd() {
      return crowd;
    }

    @Override
    public void close() {
      installation.close();
    }
  }
}

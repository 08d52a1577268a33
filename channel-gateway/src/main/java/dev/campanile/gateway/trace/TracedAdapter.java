package dev.campanile.gateway.trace;

import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;

/** Every adapter's hand-offs are spans; an adapter knows nothing of it. */
@Decorator
@Priority(1)
abstract class TracedAdapter implements ChannelAdapter {

  private final ChannelAdapter adapter;
  private final HandOffSpans spans;

  @Inject
  TracedAdapter(@Delegate @Any ChannelAdapter adapter, HandOffSpans spans) {
    this.adapter = adapter;
    this.spans = spans;
  }

  @Override
  public HandOff deliver(Rendered message) {
    return spans.around(List.of(message), () -> List.of(adapter.deliver(message))).getFirst();
  }

  @Override
  public List<HandOff> deliver(List<Rendered> messages) {
    return spans.around(messages, () -> adapter.deliver(messages));
  }

  @Override
  public int batch() {
    return adapter.batch();
  }
}

package dev.campanile.gateway.email;

import dev.campanile.gateway.channel.ChannelAdapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class FastEmailAdapterTest extends EmailAdapterContract {

  private static TestSmtp smtp;

  @BeforeAll
  static void connect() {
    smtp = FastSmtp.to("127.0.0.1", port());
  }

  @AfterAll
  static void disconnect() {
    smtp.close();
  }

  @Override
  protected ChannelAdapter adapter() {
    return smtp.adapter();
  }

  @Override
  protected ChannelAdapter adapterWithoutProvider() {
    return FastSmtp.to("127.0.0.1", 1).adapter();
  }
}

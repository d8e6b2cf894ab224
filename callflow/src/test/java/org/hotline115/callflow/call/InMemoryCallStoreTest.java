package org.hotline115.callflow.call;

class InMemoryCallStoreTest extends CallStoreContract {

  private final InMemoryCallStore store = new InMemoryCallStore();

  @Override
  CallStore store() {
    return store;
  }
}

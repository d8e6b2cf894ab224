package org.hotline115.gateway;

import java.util.List;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.gateway.web.BoardRoutes;
import org.hotline115.gateway.web.HoldRoutes;
import org.hotline115.gateway.web.PromiseText;
import org.hotline115.gateway.web.Routes;

/** The board and its holds, as agents and shelters meet them. */
public record BoardWing(
    BoardFeature board,
    SearchPlaces search,
    RequestFeature requests,
    ContactFeature contacts,
    PromiseText promiseText,
    AccessFeature access)
    implements Wing {

  @Override
  public List<Routes> routes() {
    return List.of(
        new BoardRoutes(board, access.managedSites(), access.displayNames()),
        new HoldRoutes(board, search, requests, contacts, promiseText, access.displayNames()));
  }
}

package dev.purser.web;

/**
 * In which order the portal stops: first nothing new is sent and what is out gets its answer recorded, then recurring work
 * ends. The framework closes the pages, the client of Partner Center and the database behind that, which all of this needs.
 */
final class ShutdownOrder {

    static final int WORKERS = 100;
    static final int SCHEDULE = 200;

    private ShutdownOrder() {}
}

package dev.scripta.archfixture.a3.core.memory;

final class GuiltyOfStaticState {

    static int lastId;

    private GuiltyOfStaticState() {}
}

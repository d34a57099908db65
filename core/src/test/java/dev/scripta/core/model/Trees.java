package dev.scripta.core.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/** Random values of the model. */
final class Trees {

    private static final long FRACTION_BITS = (1L << 52) - 1;
    private static final int DEPTH = 3;

    private Trees() {}

    /** All finite doubles alike, and more of the kinds that printing gets wrong. */
    static Arbitrary<Double> doubles() {
        Arbitrary<Long> bits = Arbitraries.longs().withDistribution(RandomDistribution.uniform());
        Arbitrary<Double> any = bits.map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> subnormal = bits.map(value -> Double.longBitsToDouble(value & FRACTION_BITS));
        Arbitrary<Double> power = Arbitraries.integers()
                .between(Double.MIN_EXPONENT - 52, Double.MAX_EXPONENT)
                .map(exponent -> Math.scalb(1.0, exponent));
        Arbitrary<Double> neighbour = power.map(Math::nextDown);
        Arbitrary<Double> tie = bits.map(value -> (double) (value >> 13) / 4);
        Arbitrary<Double> decimal = Arbitraries.bigDecimals().ofScale(4).map(BigDecimal::doubleValue);
        return Arbitraries.oneOf(any, subnormal, power, neighbour, tie, decimal);
    }

    /** Text of all characters that the model admits, with more of those that JSON or sorting treat apart. */
    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('\u0001', '\u00ff')
                .withCharRange('\ue000', '\uffff')
                .withChars("\"\\/\b\t\n\f\r\u2028\u20ac")
                .ofMaxLength(6)
                .flatMap(text -> Arbitraries.of("", "\ud83d\ude00", "\udbff\udfff").map(text::concat));
    }

    static Arbitrary<JsonObject> objects() {
        return objects(DEPTH);
    }

    private static Arbitrary<JsonObject> objects(int depth) {
        return Arbitraries.maps(texts(), values(depth - 1)).ofMaxSize(5).map(JsonObject::new);
    }

    private static Arbitrary<JsonValue> values(int depth) {
        Arbitrary<JsonValue> scalar = Arbitraries.oneOf(texts().map(JsonString::new), doubles().map(Json::number),
                Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE, JsonNull.NULL));
        return depth == 0
                ? scalar
                : Arbitraries.oneOf(scalar, objects(depth), values(depth - 1).list().ofMaxSize(4).map(JsonArray::new));
    }

    /** The same tree with the members of each object in another order and numbers in another form. */
    static JsonValue rewritten(JsonValue tree, Random random) {
        if (tree instanceof JsonObject object) {
            List<String> names = new ArrayList<>(object.members().keySet());
            Collections.shuffle(names, random);
            Map<String, JsonValue> members = new LinkedHashMap<>();
            names.forEach(name -> members.put(name, rewritten(object.members().get(name), random)));
            return new JsonObject(members);
        }
        if (tree instanceof JsonArray array) {
            return new JsonArray(array.elements().stream().map(element -> rewritten(element, random)).toList());
        }
        return tree instanceof JsonNumber number ? rewritten(number, random) : tree;
    }

    private static JsonNumber rewritten(JsonNumber number, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new JsonNumber(number.value().setScale(number.value().scale() + 3));
            case 1 -> new JsonNumber(number.value().stripTrailingZeros());
            default -> new JsonNumber(new BigDecimal(Double.toString(number.value().doubleValue())));
        };
    }
}

"""Verbs behind which only their object stands, since their subject is left out."""

from dragoman.core.fold import fold
from dragoman.extract import complements
from dragoman.extract.node_rows import NodeRow

_FAR = 24
"""How many nodes before a verb the one may stand whose subject goes on to do it."""


class LoneObjectRow(NodeRow):
    """A row of nodes that tells the objects of its verbs from subjects."""

    def only_object(self, i: int) -> bool:
        """True where whoever follows a verb is its object, and its subject is left out.

        «كما التقى وزير خارجية كوبا» (kamā ltaqā wazīra khārijiyyati Kūbā, "he also met Cuba's
        foreign minister"): the verb needs an object, and nobody else stands behind it.
        """
        told = self.pack.discourse
        lemmas = {fold(a.lemma) for a in self.readings[i] if a.finite}
        if not i:
            return False
        alone = lemmas & told["needing_object"] and (
            self._goes_on_in_headline(i) or complements.tells_of_plain(self, i)
        )
        alone = alone or (lemmas & told["only_with_object"] and self._goes_on_behind(i))
        if alone or (lemmas & told["charging"] and self.charged(i)):
            return not self._object_follows(self._group_end(i + 1))
        if not lemmas & told["transitive"]:
            return False
        if self.nodes[i - 1].letter != "&" and self.norm(i - 1) not in told["adding"]:
            return False
        j = i + 1
        while j < len(self.nodes) and (self.nodes[j].letter == "T" or self.light(j)):
            j += 1
        met = self.group(j, leftward=False) if j < len(self.nodes) else ()
        if len(met) != 1 or met[0].kind not in ("person", "role") or met[0].plural:
            return False
        return met[0].peer or not self._object_follows(j)

    def _goes_on_in_headline(self, i: int) -> bool:
        """True for the second of two verbs in the present behind one subject, and an actor.

        «أردوغان يهاجم إسرائيل ويشكر قطر» (Erdoğān yuhājim Isrāʾīl wa-yashkur Qaṭar,
        "Erdogan attacks Israel and thanks Qatar").
        """
        verb = self._group_end(0) + 1 if self.nodes[0].letter == "a" else i
        if verb >= i or i + 1 >= len(self.nodes) or self.nodes[i + 1].letter != "a":
            return False
        if self.nodes[i - 1].letter != "&" or any(self.finite(k) for k in range(verb + 1, i)):
            return False
        told = [[a for a in self.readings[k] if a.finite] for k in (verb, i)]
        present = all(row and all(a.tense == "present" for a in row) for row in told)
        return present and bool({a.gender for a in told[0]} & {a.gender for a in told[1]})

    def _goes_on_behind(self, i: int) -> bool:
        """True for a verb joined to another, before an actor that it may well act on.

        «أدانت كينيا مالي وانتقدت غانا» (adānat Kīniyā Mālī wa-ntaqadat Ghānā, "Kenya condemned Mali
        and criticised Ghana"), «عادت كينيا لتنتقد غانا» (li-tantaqid), «بل تدعم غانا» (bal tadʿam).
        """
        if i + 1 >= len(self.nodes) or self.nodes[i + 1].letter != "a":
            return False
        before, told = self.norm(i - 1), self.pack.discourse
        led = before in self.pack.factuality["purpose"] or before in told["rather"]
        if self.nodes[i - 1].letter != "&" and not led:
            return False
        genders = {a.gender for a in self.readings[i] if a.finite and a.person == 3}
        for k in range(i - 2, max(-1, i - _FAR), -1):
            if self.nodes[k].letter in ";:.tR":
                return False
            if self.finite(k):
                return bool(genders & {a.gender for a in self.readings[k] if a.finite})
        return False

    def _object_follows(self, j: int) -> bool:
        """True where a second actor, or a noun that can be an object, stands behind the first."""
        free = True
        for k in range(j + 1, len(self.nodes)):
            node = self.nodes[k]
            if node.letter in ";:.tR" or self.finite(k):
                return False
            role = self.preposition(k)
            if node.letter == "a":
                named = all(a.kind == "person" and not a.office for a in node.actors)
                aside = (named and self.nodes[k - 1].letter == ",") or complements.of_led(self, k)
                if not self.governed(k) and not aside:
                    return True
                if self.preposition(k - 1) in ("with", "by"):
                    return True
            elif free and role is None and node.letter in "xBWNH" and not self.light(k):
                return True
            comma = node.letter == ","
            free = node.letter in "aT)" or (comma and self.nodes[k - 1].letter == "T")
        return False

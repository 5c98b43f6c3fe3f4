"""What stands first in a clause behind "that", where verbs may follow their subject."""

from dragoman.core.fold import fold
from dragoman.extract.actors import Actor
from dragoman.extract.before_objects import does_to_us
from dragoman.extract.complements import own_country
from dragoman.extract.lone_objects import LoneObjectRow

_REACH = 14
"""How many nodes a verb may stand behind the "that" of its clause."""
_SINGLE = frozenset({"person", "polity", "organization"})
_HARMED = frozenset({"group", "body", "role", "person"})
_NEAR = 7
_FEW = 4
_COMPANY = 5
_LABEL = 8
"""How many nodes the name before a colon may have with what describes it."""


class HeadedRow(LoneObjectRow):
    """A row of nodes that knows the noun behind «أن» (anna, "that"), which its clause is about."""

    def head(self, i: int) -> int | None:
        """The noun behind "that" which the verb at `i` is the first to tell of, if any.

        «إن السفينة التي احتجزتها إيران تنتمي» (inna s-safīna allatī iḥtajazathā Īrān tantamī, "that
        the ship, which Iran seized, belongs"): the ship.
        """
        if self.pack.subject_first or (i and self.nodes[i - 1].letter in "&R"):
            return None
        for j in range(i - 1, max(0, i - _REACH), -1):
            if self.nodes[j].letter == "t":
                return self._noun_behind(j, i)
            if self.nodes[j].letter in ';:"' or (self.finite(j) and not self.relative(j)):
                return None
        return None

    def _noun_behind(self, j: int, i: int) -> int | None:
        """The noun right behind "that" at `j`, before the verb at `i`."""
        k = j + 1
        while k < i and self.nodes[k].letter in "AH":
            k += 1
        if k >= i or self.nodes[k].letter in "pTB":
            return None
        plain = self.nodes[k].letter != "a"
        verb = any(r.finite for r in self.readings[k])
        if plain and (self.preposition(k) or self._particle(k) or verb):
            return None
        return k

    def headed_by(self, i: int) -> tuple[Actor, ...]:
        """The actors that head the clause of the verb at `i`, empty where something else does.

        Officials are of those whom they serve: «مسؤولين في الحكومة الكندية» (masʾūlīn fī l-ḥukūma
        l-kanadiyya).
        """
        k = self.head(i)
        if k is None:
            return ()
        found = self.group(k, leftward=False) or own_country(self, k, i)
        if not found or any(a.side or a.name or a.kind != "role" for a in found):
            return found
        for j in range(k + 1, i):
            if self.nodes[j].letter == "a":
                return self.group(j, leftward=False)
            if self.nodes[j].letter not in "xDM@<":
                break
        return found

    def relative(self, i: int) -> bool:
        """True for the verb of a clause behind "who" or "which"."""
        j = i - 1
        while j > 0 and (self._particle(j) or self.nodes[j].letter == "T"):
            j -= 1
        return j >= 0 and self.nodes[j].letter == "R"

    def tells_of_nobody(self, r: int) -> bool:
        """True for a "who" or "which" that means nobody: "decided who would go", "a ban, which"."""
        if r < 1 or self.nodes[r].letter != "R":
            return False
        j = r - 1 - (self.nodes[r - 1].letter == "," and r > 1)
        return self.nodes[j].letter in "xT" and self.norm(j) not in self.pack.classes["voice"]

    def set_before(self, comma: int) -> bool:
        """True where only a phrase of time or place stands before a node: «خلال زيارة الملك،».

        (khilāla ziyārati l-malik, "during the king's visit,"): whoever ends it does nothing.
        """
        facts = self.pack.factuality
        leads = facts["after"] | facts["setting"]
        for j in range(comma - 1, -1, -1):
            if self.finite(j) or self.nodes[j].letter in ".;:tR":
                return False
            if j and self.nodes[j - 1].letter not in ",.;:&":
                continue
            led = self.norm(j) in leads or self.preposition(j) is not None
            beside = self.nodes[j].letter == "&" and " " in self.norm(j)  # «إلى جانب» (ilā jānib)
            if led or beside or self.norm(j + 1) in self.pack.discourse["sources"]:
                return True
        return False

    def told_of_by(self, r: int, i: int) -> bool:
        """True where the verb at `i` is not done by whom the relative pronoun at `r` means.

        «المدينة التي قصف الجيش» (allatī qaṣafa l-jaysh, "that the army shelled"):
        town and pronoun are feminine, the verb is not. «كينيا التي تتهمها غانا» (tattahimuhā,
        "which Ghana accuses"): the verb has its object.
        """
        first = i + 1 + (self.preposition(i + 1) is not None)
        after = self.nodes[first : first + 2]
        if [n.letter for n in after] == ["p", "a"] and after[1].actors[0].side:
            return True
        told = [a for a in self.readings[i] if a.finite and a.person == 3 and a.number == "sg"]
        genders = {a.gender for a in told}
        word, discourse = self.norm(r), self.pack.discourse
        if word in discourse["relative.f"]:
            return genders == {"m"}
        return word in discourse["relative.m"] and genders == {"f"}

    def plain_subject(self, i: int) -> bool:
        """True for a plain noun right behind a verb that takes no object: «ندد ناشطون بـ» (bi-).

        So with what heads its clause, and with a name told of for the first time: «رحب تودور
        بالقرار» (raḥḥaba Tūdūr bi-l-qarār, "Tudor welcomed the decision").
        """
        if self.head(i) is not None:
            return not self.headed_by(i)
        lemmas = {fold(a.lemma) for a in self.readings[i] if a.finite}
        if i + 2 >= len(self.nodes) or not lemmas & self.pack.discourse["objectless"]:
            return False
        word, nouns = self.norm(i + 1), (None, "noun", "adj")
        plain = self.nodes[i + 1].letter == "x" and self.preposition(i + 1) is None
        if not plain or word.endswith(self.pack.adverbial_endings) or self._particle(i + 1):
            return False
        return self.pack.lexicon.part_of_speech(word) in nouns and not self.finite(i + 1)

    def agrees(self, i: int, actors: tuple[Actor, ...]) -> bool:
        """True unless a verb in the plural is told of one person: «اقتحموا» (iqtaḥamū, "they").

        Nor does a masculine verb agree with a feminine body: «السلطات ... تعهد» (s-sulṭāt ...
        taʿahhada, "the authorities ... he pledged").
        """
        told = [a for a in self.readings[i] if a.finite and a.person == 3]
        if self.pack.subject_first or not told:
            return True
        he = all((a.number, a.gender) == ("sg", "m") and a.voice != "passive" for a in told)
        if he and len(actors) == 1 and actors[0].kind == "body" and self.feminine(actors[0]):
            return False
        many = len(actors) > 1 or any(a.plural or a.kind not in _SINGLE for a in actors)
        if many or any(a.number == "sg" for a in told):
            return True
        states = all(a.kind != "person" for a in actors)
        return states and any(a.number != "pl" or a.gender == "f" for a in told)

    def of_other_gender(self, i: int, j: int) -> bool:
        """True for a man's title before a feminine verb: «يستقبل الرئيس الوزير حذرت موسكو».

        (yastaqbilu r-raʾīsu l-wazīra ḥadhdharat Mūskū, "... the minister; Moscow warned".)
        """
        told = [a for a in self.readings[i] if a.finite and a.person == 3]
        title = self.nodes[j].actors[-1].title
        if not told or not title or any(a.gender != "f" or a.number != "sg" for a in told):
            return False
        return not fold(title.split()[0]).endswith(self.pack.feminine_endings)

    def feminine(self, body: Actor) -> bool:
        """True for «الحكومة الكندية» (al-ḥukūma), not for «قراصنة روس» (qarāṣina, "pirates")."""
        first, last = self.tokens[body.first].norm, self.tokens[body.last - 1].norm
        ending = self.pack.feminine_endings
        plural = last.endswith(self.pack.people_endings)
        alone = body.last - body.first == 1
        return first.endswith(ending) and not plural and (alone or last.endswith(ending))

    def doer_of_described(self, i: int) -> int | None:
        """Who does what a verb says of the noun that its pronoun stands for: «هجوم شنه متمردون».

        (hujūm shannahu mutamarridūn, "an attack that rebels launched".)
        """
        if self.pack.subject_first or i + 2 >= len(self.nodes):
            return None
        k = i + 2 + 2 * ("".join(n.letter for n in self.nodes[i + 3 : i + 5]) == "pa")  # «نصبه لهم»
        described = self.nodes[i + 1].letter == "p" and any(a.finite for a in self.readings[i])
        return k if described and self.nodes[k].letter == "a" else None

    def on_him(self, i: int) -> bool:
        """True for a verb whose object is the pronoun on it, before its doer: «يدعمها الأردن».

        (yadʿamuhā l-Urdunn, "which Jordan supports".)
        """
        return self.doer_of_described(i) is not None and self.finite(i)

    def acted_on_ahead(self, i: int) -> tuple[Actor, ...]:
        """Whom the pronoun on a verb means that stand before it: «الجنود الذين خطفهم مسلحون».

        (al-junūd alladhīna khaṭafahum musallaḥūn, "the soldiers whom gunmen seized".) So of who
        opens a clause: «صحفي اعتقلته السلطات» (ṣaḥafī iʿtaqalathu s-sulṭāt, "a reporter whom the
        authorities arrested"), «أسرى أفرجت عنهم إسرائيل» (asrā afrajat ʿanhum, "freed").
        """
        if self.pack.subject_first or not any(a.finite for a in self.readings[i]):
            return ()
        p = i + 1 + (self.preposition(i + 1) is not None)
        if p + 1 >= len(self.nodes) or self.nodes[p].letter != "p":
            return ()
        if self.nodes[p + 1].letter not in "aB":
            return ()
        j = i - 1
        while j > 0 and (self.nodes[j].letter == "T" or self._particle(j) or self._plain_adj(j)):
            j -= 1
        j -= j > 0 and self.nodes[j].letter == "R"
        if j < 0 or self.nodes[j].letter != "a":
            return ()
        told = self.group(j)
        return told if all(a.kind in _HARMED for a in told) else ()

    def tells_of_next(self, i: int, j: int) -> bool:
        """True for a noun behind a comma behind "their meeting": «اجتماعهم أمس، خطة بين».

        (ijtimāʿihim ams, khiṭṭa bayna, "their meeting yesterday, a plan between".)
        """
        owned = (
            not self.pack.subject_first
            and i + 1 < len(self.nodes)
            and self.nodes[i + 1].letter == "p"
        )
        after = self.nodes[j + 1].letter if j + 1 < len(self.nodes) else "."
        return (
            owned and self.nodes[j].letter == "," and after in "xB" and not self.preposition(j + 1)
        )

    def named_so(self, j: int) -> int:
        """Whom the noun at `j` only names: «كانت بيرو البلد الوحيد الذي» (al-balada l-waḥīda).

        "Peru was the only country that": Peru.
        """
        k, named = j, self.pack.discourse["named"]
        while k > max(0, j - _FEW) and self.nodes[k].letter == "x" and not self.preposition(k):
            k -= 1
        words = {self.norm(n) for n in range(k + 1, j + 1)}
        if k == j or k < 0 or self.nodes[k].letter != "a" or words.isdisjoint(named):
            return j
        pronoun = k > 0 and self.nodes[k].actors[0].kind == "pronoun"
        return k - 1 if pronoun and self.nodes[k - 1].letter == "a" else k

    def ends_list(self, i: int, j: int) -> bool:
        """True for the last of a list that a verb or preposition has: «تدعم غينيا مالي وغانا ترفض».

        (tadʿam Ghīniyā Mālī wa-Ghānā tarfuḍ, "Guinea backs Mali, and Ghana refuses".)
        """
        first = self._group_start(j)
        joined = not self.pack.subject_first and first < j and self.nodes[j - 1].letter == "&"
        numbers = {a.number for a in self.readings[i] if a.finite and a.person == 3}
        if not joined or "sg" not in numbers:
            return False
        return self.governed(first) or self._has_subject_already(first)

    def of_member(self, j: int) -> int:
        """Who is told to be a member: «تركيا عضو حلف الناتو وافقت» (ʿuḍwu ḥilfi n-Nātū, "of NATO").

        Turkey agreed, not NATO; else `j`.
        """
        apposed = j > 1 and self.norm(j - 1) in self.pack.discourse["apposed"]
        return j - 2 if apposed and self.nodes[j - 2].letter == "a" else j

    def whose_aside(self, comma: int) -> int:
        """The node before the comma that opens what is said of a member, else before that at hand.

        «كينيا، العضو في المجلس، رفضت» (Kīniyā, al-ʿuḍwu fī l-majlis, "Kenya, a member of the
        council, refused"): Kenya.
        """
        if self.pack.subject_first:
            return comma - 1
        for k in range(comma - 1, max(0, comma - _LABEL), -1):
            if self.finite(k) or self.nodes[k].letter in ";:.tR":
                break
            if self.nodes[k].letter == ",":
                told = self.norm(k + 1) in self.pack.discourse["apposed"]
                return k - 1 if told and self.nodes[k - 1].letter == "a" else comma - 1
        return comma - 1

    def in_affairs(self, j: int) -> bool:
        """True for a list of actors behind plain nouns that a preposition leads in.

        «في شؤون مالي وغينيا، ستستمر» (fī shuʾūni Mālī wa-Ghīniyā, "in Mali's and Guinea's affairs,
        will go on"), «من بين كل أعضاء الناتو كانت تركيا» (min bayni kulli aʿḍāʾi n-Nātū, "of all
        members of NATO Turkey was"): they do nothing.
        """
        k = self._group_start(j) - 1
        first = k
        while k > max(0, first - _FEW) and self.nodes[k].letter in "xUH" and not self.finite(k):
            if self.preposition(k) or self.readings[k]:
                break
            k -= 1
        return not self.pack.subject_first and 0 <= k < first and self.preposition(k) is not None

    def _counted(self, j: int) -> int:
        """The people behind a number at `j`: «ثلاثة صيادين», «ثلاثة من الجنود»."""
        k = j + 1 + (self.preposition(j + 1) == "from")
        if k >= len(self.nodes) or not self.number(j) or self.nodes[k].letter != "a":
            return j
        first = self.nodes[k].actors[0]
        return k if first.kind in ("group", "body") or first.plural else j

    def _plain_adj(self, j: int) -> bool:
        return self.nodes[j].letter == "x" and (
            self.pack.lexicon.part_of_speech(self.norm(j)) == "adj"
        )

    def thing_before(self, i: int) -> int | None:
        """The weapon or attack before a verb that does what it says: «تفجير يقتل جنديا».

        (tafjīr yaqtulu jundiyyan, "a bombing kills a soldier"; «في هجوم لمسلحين قتل جنديا», "in an
        attack by gunmen that killed a soldier".)
        """
        after = self.nodes[i + 1].letter if i + 1 < len(self.nodes) else "."
        if self.pack.subject_first or after == "p" or self.preposition(i + 1) or not self.finite(i):
            return None
        for j in range(i - 1, max(-1, i - _NEAR), -1):
            if self.norm(j) in self.pack.discourse["means"]:
                return j
            letter = self.nodes[j].letter
            led = letter in "aY" and self.preposition(j - 1) is not None
            if not (led or letter in "xD>~@") or self.finite(j) or self._particle(j):
                return None
        return None

    def speaks(self, i: int) -> bool:
        """True for a verb of "I" or "we", which whoever is quoted does: «نطالب» (nuṭālib)."""
        told = [a for a in self.readings[i] if a.finite]
        listed = self.pack.lexicon.part_of_speech(self.norm(i))
        own = bool(told) and listed is None and all(a.person == 1 for a in told)
        return own and not does_to_us(self, i)

    def says(self, i: int) -> bool:
        """True for a verb of saying."""
        saying = self.pack.factuality["saying"]
        return not saying.isdisjoint(self.lemmas[i]) and self.finite(i)

    def told_in(self, k: int) -> int | None:
        """The "that" behind which the verb at `k` stands, over clauses behind "which"."""
        for j in range(k - 1, -1, -1):
            if self.nodes[j].letter == "t":
                return j
            if self.nodes[j].letter in ";:" or (self.finite(j) and not self.relative(j)):
                return None
        return None

    def _tells_of_thing(self, j: int, i: int) -> bool:
        """True for a verb of saying before something that nobody is: "said a raid | killed two"."""
        saying = self.pack.factuality["saying"]
        if saying.isdisjoint(self.lemmas[j]):
            return False
        return i - j > 1 and all(n.letter not in "BpKcih" for n in self.nodes[j + 1 : i])

    def _along(self, j: int, i: int) -> bool:
        """True for "and" at `j` before those who act along: "Chad | and its allies | struck".

        No verb stands before the two but one of saying.
        """
        told = self.pack.discourse["company"]
        verb = self.finite(j + 1) and self.norm(j + 1) not in told
        if self.nodes[j + 1].letter not in "pBx" or verb:
            return False
        if all(self.norm(k) not in told for k in range(j + 1, min(i, j + _COMPANY))):
            return False
        for k in range(j - 1, -1, -1):
            if self.nodes[k].letter in ";t" or (self.finite(k) and self.norm(k) not in told):
                return not self.finite(k) or self.says(k)
        return True

    def _opens_clause_of_thing(self, j: int, i: int) -> bool:
        """True for "after" at `j` where something nobody is acts: "after the city was struck"."""
        if j + 1 >= i or self.norm(j) not in self.pack.discourse["subordinating"]:
            return False
        if not self.finite(i):
            return False
        between = [self.nodes[k].letter for k in range(j + 1, i) if not self.readings[k]]
        led = any(self.preposition(k) for k in range(j + 1, i))
        return not led and set(between) <= set("AxBMDHN") and "A" in between

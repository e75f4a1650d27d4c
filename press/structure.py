"""The structure trees of parts merged into the tree of one tagged document.

Every part comes with a tree of its own (ISO 32000-1, 14.7): a root, one Document element,
and a parent tree that leads from marks on pages back to elements. Under one new Document
the parts' elements follow each other; their keys in the parent tree are moved up so that
no two parts share one.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf


class StructureTree:
    """The tree of the document `pdf`, to which parts are added in reading order."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.next_key = 0
        self.taps: Object | None = None
        self.marked: dict[int, Object] = {}
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self.root, K=Array())
        )
        self.root.K = Array([self.document])

    def add(self, source: Pdf, pages: list[Object]) -> None:
        """Add the tree of `source`, whose pages have been copied into the document as `pages`."""
        tree = self.pdf.copy_foreign(source.Root.StructTreeRoot)
        shift = self.next_key
        for page in pages:
            page.StructParents = int(page.StructParents) + shift
            for annotation in page.get("/Annots", []):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + shift
        keys = list(tree.ParentTree.Nums)
        for key, value in zip(keys[::2], keys[1::2], strict=True):
            self.marked[int(key) + shift] = value
            self.next_key = max(self.next_key, int(key) + shift + 1)
        for top in tree.K:
            for element in top.K:
                element.P = self.document
                self.document.K.append(element)

    def move(self, page: Object, by: float) -> None:
        """Move the boxes of a page's figures `by` pt to the right, as all else on it is moved."""
        for element in self.marked[int(page.StructParents)]:
            if element.S == Name.Figure:
                left, low, right, high = (float(value) for value in element.A.BBox)
                element.A.BBox = Array([round(left + by, 3), low, round(right + by, 3), high])

    def drop_link(self, annotation: Object) -> None:
        """Make plain words of a link whose annotation is to go."""
        element = self.marked.pop(int(annotation.StructParent))
        element.S = Name.Span
        element.K = Array(
            kid
            for kid in element.K
            if not (isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR)
        )

    def add_link(self, page: Object, annotation: Object) -> None:
        """Add a link that has no words in the text; such links follow behind all else."""
        if self.taps is None:
            self.taps = self.pdf.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.Sect, P=self.document, K=Array())
            )
        reference = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
        element = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Link, P=self.taps, Pg=page, K=reference)
        )
        self.taps.K.append(element)
        annotation.StructParent = self.next_key
        self.marked[self.next_key] = element
        self.next_key += 1

    def close(self) -> None:
        """Hang the finished tree into the document's catalogue."""
        if self.taps is not None:
            self.document.K.append(self.taps)
        numbers = [item for pair in self.marked.items() for item in pair]
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self.root.ParentTreeNextKey = self.next_key
        self.pdf.Root.StructTreeRoot = self.root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

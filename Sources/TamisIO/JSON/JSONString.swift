/// JSON strings to text and back.
public enum JSONString {}
